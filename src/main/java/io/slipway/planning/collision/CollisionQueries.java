package io.slipway.planning.collision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.planning.plan.Dependency;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.Risk;
import io.slipway.release.Phase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what deployments share, by the indices of services, items and people in time.
 * Only releases whose deployment is still to come, or under way, count.
 */
@Component
class CollisionQueries {

    /** The last phase in which a planned deployment can still collide. */
    static final Phase LAST = Phase.DEPLOY;

    /** The longest deployment: whatever begins earlier than that is over. */
    static final Duration LONGEST = Duration.ofDays(90);

    private static final int MOST = 20_000;

    private static final String STILL_TO_COME = "r.phase in ('PLAN', 'BUILD', 'TEST', 'AUTHORISE', 'DEPLOY')";

    private static final String NEIGHBOURS = """
            select '%s' as kind, t.%s as thing, r.release_key as `key`, t.schedule_at as start, t.ends_at as `end`
              from %s t join releases r on r.id = t.release_id
             where t.%s in (:%s) and t.ended = false and t.schedule_at > :earliest and t.schedule_at < :until
               and t.ends_at > :from and r.release_key <> :key and\s""" + STILL_TO_COME;

    private static final String SAME_PLACE = " and r.environment = :environment";

    private static final String STANDING = """
            r.release_key as `key`, r.phase, r.planned_start as start, r.planned_end as `end`,
                   case when r.status = 'CLOSED' then 'LIVE'
                        when r.status <> 'OPEN' or r.rolled_back_at is not null then 'GONE'
                        when r.phase in ('EARLY_LIFE_SUPPORT', 'REVIEW') then 'LIVE' else 'COMING' end as standing
            """;

    private static final String STATES = """
            select o.release_key as `of`, d.kind, %s as asked,""" + STANDING;

    private static final String ASKED_BY_OTHERS = STATES.formatted("false") + """
             from releases o join release_dependencies d on d.other_key = o.release_key
             join releases r on r.id = d.release_id
            where o.release_key in (:keys)""";

    private static final String ASKED_OF_OTHERS = STATES.formatted("true") + """
             from releases o join release_dependencies d on d.release_id = o.id
             join releases r on r.release_key = d.other_key
            where o.release_key in (:keys)""";

    private static final String OTHERS = """
            select :key as `of`, 'TOGETHER' as kind, true as asked,""" + STANDING
            + " from releases r where r.release_key in (:keys)";

    private static final String PLANNED = """
            select r.release_key as `key`, r.name, r.type, r.environment, r.planned_start as start,
                   r.planned_end as `end`, p.window_required, p.freeze_binding, r.owner, r.phase, r.model,
                   p.risk, '[]' as dependencies,
                   coalesce((select json_arrayagg(s.service order by s.service)
                      from release_services s where s.release_id = r.id), '[]') as services,
                   coalesce((select json_arrayagg(i.item order by i.item)
                      from release_items i where i.release_id = r.id), '[]') as items,
                   coalesce((select json_arrayagg(distinct o.user_name order by o.user_name)
                      from release_people o where o.release_id = r.id), '[]') as people
              from releases r join plans p on p.release_id = r.id
             where r.ended = false and r.schedule_at > :earliest and r.schedule_at < :until and r.planned_end > :from
               and\s""" + STILL_TO_COME + " order by r.schedule_at, r.id limit :limit";

    private static final String TIMES = """
            select min(planned_start) as `from`, max(planned_end) as until from releases where release_key in (:keys)""";

    private final JdbcClient jdbc;

    private final PolicyManagement policy;

    CollisionQueries(JdbcClient jdbc, PolicyManagement policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** Other deployments that share a service, an item or a person in a period. */
    List<Neighbour> neighbours(PlannedDeployment plan, Instant from, Instant until) {
        String sql = neighboursSql(plan);
        if (sql.isEmpty()) {
            return List.of();
        }
        return this.jdbc.sql(sql)
            .param("services", plan.services())
            .param("items", plan.items())
            .param("people", plan.people())
            .param("environment", plan.environment())
            .param("key", plan.key())
            .param("earliest", from.minus(LONGEST))
            .param("from", from)
            .param("until", until)
            .query(Neighbour.class)
            .list();
    }

    static String neighboursSql(PlannedDeployment plan) {
        List<String> parts = new ArrayList<>();
        if (!plan.services().isEmpty()) {
            parts.add(part(CollisionKind.SERVICE, "service", "release_services", "services") + SAME_PLACE);
        }
        if (!plan.items().isEmpty()) {
            parts.add(part(CollisionKind.ITEM, "item", "release_items", "items") + SAME_PLACE);
        }
        if (!plan.people().isEmpty()) {
            parts.add(part(CollisionKind.PERSON_BUSY, "user_name", "release_people", "people"));
        }
        return parts.isEmpty() ? "" : String.join(" union all ", parts) + " order by start limit " + MOST;
    }

    private static String part(CollisionKind kind, String column, String table, String parameter) {
        return NEIGHBOURS.formatted(kind, column, table, column, parameter);
    }

    /** What releases ask of others, and others of them, as it is stored. */
    List<DependencyState> states(Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return this.jdbc.sql(ASKED_OF_OTHERS + " union all " + ASKED_BY_OTHERS)
            .param("keys", keys)
            .query(DependencyState.class)
            .list();
    }

    /**
     * What others ask of a release, as it is stored, and what its draft asks of others.
     */
    List<DependencyState> states(PlannedDeployment draft) {
        List<DependencyState> states = new ArrayList<>(
                this.jdbc.sql(ASKED_BY_OTHERS).param("keys", List.of(draft.key())).query(DependencyState.class).list());
        if (!draft.dependencies().isEmpty()) {
            List<DependencyState> others = this.jdbc.sql(OTHERS)
                .param("key", draft.key())
                .param("keys", draft.dependencies().stream().map(Dependency::release).toList())
                .query(DependencyState.class)
                .list();
            draft.dependencies()
                .forEach((asked) -> others.stream()
                    .filter((other) -> other.key().equals(asked.release()))
                    .forEach((other) -> states.add(new DependencyState(draft.key(), asked.kind(), true, other.key(),
                            other.standing(), other.phase(), other.start(), other.end()))));
        }
        return states;
    }

    /**
     * The planned deployments that overlap a period; those on which nothing was decided
     * yet are bound by what the policy would ask of them.
     */
    List<Planned> planned(Instant from, Instant until, int limit) {
        Map<PolicyInputs, ReleasePolicy> likely = new HashMap<>();
        return this.jdbc.sql(PLANNED)
            .param("earliest", from.minus(LONGEST))
            .param("from", from)
            .param("until", until)
            .param("limit", limit)
            .query(Planned.class)
            .list()
            .stream()
            .map((one) -> one.decided() ? one
                    : one.under(likely.computeIfAbsent(one.inputs(), this.policy::releasePolicy)))
            .toList();
    }

    /** The period that some releases' planned times span, if any has some. */
    Optional<Span> times(Collection<String> keys) {
        return this.jdbc.sql(TIMES)
            .param("keys", keys)
            .query(Span.class)
            .optional()
            .filter((span) -> span.from() != null && span.until() != null);
    }

    /**
     * A period.
     */
    record Span(@Nullable Instant from, @Nullable Instant until) {
    }

    /** A release whose deployment is planned. */
    record Planned(PlannedDeployment deployment, String owner, String phase, DeploymentModel model,
            @Nullable Risk risk) {

        boolean decided() {
            return this.risk != null;
        }

        /** What its policy is asked by; low risk while nothing was decided. */
        PolicyInputs inputs() {
            return new PolicyInputs(this.deployment.type(), (this.risk != null) ? this.risk : Risk.LOW, this.model);
        }

        Planned under(ReleasePolicy likely) {
            return new Planned(this.deployment.under(likely), this.owner, this.phase, this.model, null);
        }

    }

}
