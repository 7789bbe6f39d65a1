package io.slipway.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.approval.ApprovalRule;
import io.slipway.input.NotFoundException;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseDetails;
import io.slipway.sql.Json;
import io.slipway.sql.ReadOnce;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plans of releases as they now stand: read by everybody, written by this package,
 * while it holds the release. What collisions are found by is written from the plan.
 */
@Service
public class CurrentPlans {

    private static final String PLANS = """
            select r.release_key, p.* from plans p join releases r on r.id = p.release_id
             where r.release_key in (:keys)""";

    private static final String KEPT = """
            replace into plans (release_id, plan, revision, digest, change_digest, risk, window_required, freeze_binding,
                   review_required, minimum_support_days, approvals, submitted_by, submitted_at, approved_at)
            select id, :plan, :revision, :digest, :changeDigest, :risk, :windowRequired, :freezeBinding,
                   :reviewRequired, :minimumSupportDays, :approvals, :submittedBy, :submittedAt, :approvedAt
              from releases where release_key = :releaseKey""";

    /** What plans are found by. */
    private static final List<Index> INDEXES = List.of(
            new Index("release_items", "item", true, (plan) -> plan.scope().items().stream().map(List::of).toList()),
            new Index("release_people", "role, user_name", true,
                    (plan) -> plan.people()
                        .people()
                        .stream()
                        .map((one) -> List.of(one.role().id(), one.userName()))
                        .toList()),
            new Index("release_dependencies", "kind, other_key", false,
                    (plan) -> plan.times()
                        .dependencies()
                        .stream()
                        .map((one) -> List.of(one.kind().name(), one.release()))
                        .toList()));

    private final JdbcClient jdbc;

    private final ReadOnce once;

    CurrentPlans(JdbcClient jdbc, ReadOnce once) {
        this.jdbc = jdbc;
        this.once = once;
    }

    /**
     * The plan of a release.
     */
    public ReleasePlan of(ReleaseDetails release) {
        return of(release.key());
    }

    /**
     * The plan of a release. Refuses an unknown key with a {@code NotFoundException}.
     * @param key the release's key, in either case
     */
    @Transactional(readOnly = true)
    public ReleasePlan of(String key) {
        String normal = key.strip().toUpperCase(Locale.ROOT);
        return this.once.of("plan", normal,
                () -> this.jdbc.sql(PLANS)
                    .param("keys", List.of(normal))
                    .query(Row.class)
                    .optional()
                    .map(Row::toPlan)
                    .orElseThrow(() -> new NotFoundException("release", key)));
    }

    /** How risky the policy finds some releases, of those whose plan was submitted. */
    @Transactional(readOnly = true)
    public Map<String, Risk> risks(Collection<String> keys) {
        return keys.isEmpty() ? Map.of()
                : this.jdbc
                    .sql("select r.release_key, p.risk from plans p join releases r on r.id = p.release_id"
                            + " where r.release_key in (:keys) and p.risk is not null")
                    .param("keys", keys)
                    .query(Assessed.class)
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Assessed::releaseKey, Assessed::risk));
    }

    private record Assessed(String releaseKey, Risk risk) {
    }

    /**
     * The plans of some releases, with one statement; unknown keys are left out.
     * @param keys the releases' keys, at most 5,000
     */
    @Transactional(readOnly = true)
    public List<ReleasePlan> of(Collection<String> keys) {
        if (keys.size() == 1) {
            return List.of(of(keys.iterator().next()));
        }
        return this.jdbc.sql(PLANS).param("keys", keys).query(Row.class).list().stream().map(Row::toPlan).toList();
    }

    /**
     * Keeps a plan, and writes anew what it is found by where that has changed; the
     * caller holds the release, and has kept the record's outline of the plan.
     * @param before the plan as it stood; null if there was none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(@Nullable Plan before, ReleasePlan plan) {
        this.jdbc.sql(KEPT).paramSource(Row.of(plan)).update();
        for (Index index : INDEXES) {
            List<List<String>> old = (before != null) ? index.rows().apply(before) : List.of();
            List<List<String>> rows = index.rows().apply(plan.plan());
            if (!rows.equals(old)) {
                this.jdbc.sql(index.delete()).param("key", plan.key()).update();
                this.jdbc.sql(index.insert()).param("key", plan.key()).param("rows", Json.text(rows)).update();
            }
        }
        if (before != null && !before.times().equals(plan.plan().times())) {
            standing(plan.key());
        }
    }

    /** Takes over when a release is planned for, and whether it has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void standing(String key) {
        INDEXES.stream()
            .filter(Index::timed)
            .forEach((index) -> this.jdbc.sql(index.update()).param("key", key).update());
    }

    /**
     * A table that plans are found by.
     *
     * @param timed whether it also holds when the release is planned for
     */
    private record Index(String table, String columns, boolean timed, Function<Plan, List<List<String>>> rows) {

        private static final String OF_RELEASE = " t join releases r on r.id = t.release_id";

        String delete() {
            return "delete t from " + this.table + OF_RELEASE + " where r.release_key = :key";
        }

        String insert() {
            String[] names = this.columns.split(", ");
            String read = IntStream.range(0, names.length)
                .mapToObj((place) -> names[place] + " varchar(64) path '$[" + place + "]'")
                .collect(Collectors.joining(", "));
            return "insert into " + this.table + " (release_id, " + this.columns
                    + (this.timed ? ", ended, schedule_at, ends_at" : "") + ") select r.id, " + this.columns
                    + (this.timed ? ", r.ended, r.schedule_at, coalesce(r.planned_end, r.schedule_at)" : "")
                    + " from releases r join json_table(:rows, '$[*]' columns (" + read
                    + ")) p where r.release_key = :key";
        }

        String update() {
            return "update " + this.table + OF_RELEASE + " set t.ended = r.ended, t.schedule_at = r.schedule_at,"
                    + " t.ends_at = coalesce(r.planned_end, r.schedule_at) where r.release_key = :key";
        }

    }

    /**
     * A plan as its table holds it. Undecided, a plan needs no window, and freezes bind
     * it.
     */
    private record Row(String releaseKey, String plan, int revision, @Nullable String digest,
            @Nullable String changeDigest, @Nullable String risk, boolean windowRequired, boolean freezeBinding,
            boolean reviewRequired, int minimumSupportDays, String approvals, @Nullable String submittedBy,
            @Nullable Instant submittedAt, @Nullable Instant approvedAt) {

        static Row of(ReleasePlan plan) {
            PlanPolicy policy = plan.policy();
            boolean decided = policy != null;
            return new Row(plan.key(), PlanYaml.write(plan.plan()), plan.revision(), plan.digest(), plan.changeDigest(),
                    decided ? policy.risk().name() : null, decided && policy.windowRequired(),
                    !decided || policy.freezeBinding(), !decided || policy.reviewRequired(),
                    decided ? policy.supportDays() : 0, decided ? ApprovalRule.text(policy.approvals()) : "",
                    plan.submittedBy(), plan.submittedAt(), plan.approvedAt());
        }

        ReleasePlan toPlan() {
            PlanPolicy policy = (this.risk == null) ? null
                    : new PlanPolicy(Risk.valueOf(this.risk), this.windowRequired, this.freezeBinding,
                            this.reviewRequired, this.minimumSupportDays, ApprovalRule.list(this.approvals));
            return new ReleasePlan(this.releaseKey, PlanYaml.stored(this.plan), this.revision, this.digest,
                    this.changeDigest, policy, this.submittedBy, this.submittedAt, this.approvedAt);
        }
    }

}
