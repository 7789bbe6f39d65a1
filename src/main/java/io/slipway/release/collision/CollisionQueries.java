package io.slipway.release.collision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.collision.DependencyState.Standing;
import io.slipway.release.plan.Dependency;
import io.slipway.release.plan.DependencyKind;
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
            select '%s' as kind, t.%s as thing, r.release_key, t.schedule_at, t.ends_at
              from %s t join releases r on r.id = t.release_id
             where t.%s in (:%s) and t.ended = false and t.schedule_at > :earliest and t.schedule_at < :until
               and t.ends_at > :from and r.release_key <> :key and\s""" + STILL_TO_COME;

    private static final String SAME_PLACE = " and r.environment = :environment";

    private static final String STATES = """
            select o.release_key as mine, d.kind, %s as asked, r.release_key, r.status, r.phase, r.rolled_back_at,
                   r.planned_start, r.planned_end
            """;

    private static final String ASKED_BY_OTHERS = STATES.formatted("false") + """
             from releases o join release_dependencies d on d.other_key = o.release_key
             join releases r on r.id = d.release_id
            where o.release_key in (:keys)""";

    private static final String ASKED_OF_OTHERS = STATES.formatted("true") + """
             from releases o join release_dependencies d on d.release_id = o.id
             join releases r on r.release_key = d.other_key
            where o.release_key in (:keys)""";

    private static final String OTHERS = "select r.release_key, r.status, r.phase, r.rolled_back_at, r.planned_start, "
            + "r.planned_end from releases r where r.release_key in (:keys)";

    private static final String PLANNED = """
            select r.release_key, r.name, r.type, r.environment, r.planned_start, r.planned_end, r.window_required,
                   r.freeze_binding, r.owner, r.phase,
                   (select group_concat(s.service order by s.service separator '\\n')
                      from release_services s where s.release_id = r.id) as services,
                   (select group_concat(i.item order by i.item separator '\\n')
                      from release_items i where i.release_id = r.id) as items,
                   (select group_concat(distinct p.user_name order by p.user_name separator '\\n')
                      from release_people p where p.release_id = r.id) as people
              from releases r
             where r.ended = false and r.schedule_at > :earliest and r.schedule_at < :until and r.planned_end > :from
               and\s""" + STILL_TO_COME + " order by r.schedule_at, r.id limit :limit";

    private static final String TIMES = """
            select min(planned_start), max(planned_end) from releases where release_key in (:keys)""";

    private final JdbcClient jdbc;

    CollisionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
            .param("earliest", column(from.minus(LONGEST)))
            .param("from", column(from))
            .param("until", column(until))
            .query((row, number) -> new Neighbour(CollisionKind.valueOf(row.getString("kind")), row.getString("thing"),
                    row.getString("release_key"), required(row, "schedule_at"), required(row, "ends_at")))
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
        return parts.isEmpty() ? "" : String.join(" union all ", parts) + " order by schedule_at limit " + MOST;
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
            .query((row, number) -> state(row, row.getString("mine"), DependencyKind.valueOf(row.getString("kind")),
                    row.getBoolean("asked")))
            .list();
    }

    /**
     * What others ask of a release, as it is stored, and what its draft asks of others.
     */
    List<DependencyState> states(PlannedDeployment draft) {
        List<DependencyState> states = new ArrayList<>(this.jdbc.sql(ASKED_BY_OTHERS)
            .param("keys", List.of(draft.key()))
            .query((row, number) -> state(row, draft.key(), DependencyKind.valueOf(row.getString("kind")), false))
            .list());
        if (!draft.dependencies().isEmpty()) {
            List<DependencyState> others = this.jdbc.sql(OTHERS)
                .param("keys", draft.dependencies().stream().map(Dependency::release).toList())
                .query((row, number) -> state(row, draft.key(), DependencyKind.TOGETHER, true))
                .list();
            draft.dependencies()
                .forEach((asked) -> others.stream()
                    .filter((other) -> other.key().equals(asked.release()))
                    .forEach((other) -> states.add(new DependencyState(draft.key(), asked.kind(), true, other.key(),
                            other.standing(), other.phase(), other.start(), other.end()))));
        }
        return states;
    }

    /** The planned deployments that overlap a period. */
    <T> List<T> planned(Instant from, Instant until, int limit, RowReader<T> reader) {
        return this.jdbc.sql(PLANNED)
            .param("earliest", column(from.minus(LONGEST)))
            .param("from", column(from))
            .param("until", column(until))
            .param("limit", limit)
            .query((row, number) -> reader.read(row, deployment(row)))
            .list();
    }

    /** The period that some releases' planned times span; null if none has any. */
    @Nullable Instant @Nullable [] times(Collection<String> keys) {
        return this.jdbc.sql(TIMES).param("keys", keys).query((row, number) -> {
            LocalDateTime first = row.getObject(1, LocalDateTime.class);
            LocalDateTime last = row.getObject(2, LocalDateTime.class);
            return (first != null && last != null)
                    ? new Instant[] { first.toInstant(ZoneOffset.UTC), last.toInstant(ZoneOffset.UTC) } : null;
        }).list().get(0);
    }

    private static PlannedDeployment deployment(ResultSet row) throws SQLException {
        return new PlannedDeployment(row.getString("release_key"), row.getString("name"),
                ReleaseType.valueOf(row.getString("type")), row.getString("environment"),
                split(row.getString("services")), split(row.getString("items")), split(row.getString("people")),
                List.of(), required(row, "planned_start"), required(row, "planned_end"),
                row.getBoolean("window_required"), row.getBoolean("freeze_binding"));
    }

    private static DependencyState state(ResultSet row, String of, DependencyKind kind, boolean asked)
            throws SQLException {
        Phase phase = Phase.valueOf(row.getString("phase"));
        boolean back = row.getObject("rolled_back_at") != null;
        Standing standing = switch (ReleaseStatus.valueOf(row.getString("status"))) {
            case CLOSED -> Standing.LIVE;
            case CANCELLED, ROLLED_BACK -> Standing.GONE;
            case OPEN -> back ? Standing.GONE : ((phase.compareTo(LAST) > 0) ? Standing.LIVE : Standing.COMING);
        };
        return new DependencyState(of, kind, asked, row.getString("release_key"), standing, phase,
                instant(row, "planned_start"), instant(row, "planned_end"));
    }

    private static List<String> split(@Nullable String text) {
        return (text == null || text.isEmpty()) ? List.of() : Arrays.asList(text.split("\n"));
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return (value != null) ? value.toInstant(ZoneOffset.UTC) : null;
    }

    /**
     * Makes something of a row and of the planned deployment that it holds.
     */
    interface RowReader<T> {

        T read(ResultSet row, PlannedDeployment deployment) throws SQLException;

    }

}
