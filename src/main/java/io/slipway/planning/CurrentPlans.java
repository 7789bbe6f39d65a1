package io.slipway.planning;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.slipway.input.NotFoundException;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.policy.Risk;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSchedule;
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

    private static final String PLAN = """
            select r.release_key, p.plan, p.revision, p.digest, p.change_digest, p.risk, p.window_required,
                   p.freeze_binding, p.review_required, p.minimum_support_days, p.approvals, p.submitted_by,
                   p.submitted_at, p.approved_at
              from plans p join releases r on r.id = p.release_id where r.release_key = :key""";

    private static final String KEPT = """
            insert into plans (release_id, plan, revision, digest, change_digest, risk, window_required, freeze_binding,
                   review_required, minimum_support_days, approvals, submitted_by, submitted_at, approved_at)
            select id, :plan, :revision, :digest, :changeDigest, :risk, :windowRequired, :freezeBinding,
                   :reviewRequired, :minimumSupportDays, :approvals, :submittedBy, :submittedAt, :approvedAt
              from releases where release_key = :releaseKey
            on duplicate key update plan = values(plan), revision = values(revision), digest = values(digest),
                   change_digest = values(change_digest), risk = values(risk),
                   window_required = values(window_required), freeze_binding = values(freeze_binding),
                   review_required = values(review_required), minimum_support_days = values(minimum_support_days),
                   approvals = values(approvals), submitted_by = values(submitted_by),
                   submitted_at = values(submitted_at), approved_at = values(approved_at)""";

    /** What plans are found by, from the plan as JSON. */
    private static final Map<String, String> INDEXES = Map.of("release_items", """
            insert into release_items (release_id, item, ended, schedule_at, ends_at)
            select r.id, p.item, r.ended, :scheduleAt, :endsAt from releases r join json_table(:plan,
                   '$.configuration_items[*]' columns (item varchar(64) path '$')) p where r.release_key = :key""",
            "release_people",
            """
                    insert into release_people (release_id, role, user_name, ended, schedule_at, ends_at)
                    select r.id, p.role, p.user_name, r.ended, :scheduleAt, :endsAt from releases r join json_table(:plan,
                           '$.people[*]' columns (role varchar(24) path '$.role', user_name varchar(64) path '$.person')) p
                     where r.release_key = :key""",
            "release_dependencies",
            """
                    insert into release_dependencies (release_id, kind, other_key)
                    select r.id, upper(p.kind), p.other_key from releases r join json_table(:plan,
                           '$.dependencies[*]' columns (kind varchar(16) path '$.kind', other_key varchar(41) path '$.release')) p
                     where r.release_key = :key""");

    private static final List<String> ENDED = Stream.of("release_items", "release_people")
        .map((table) -> "update " + table + " t join releases r on r.id = t.release_id"
                + " set t.ended = r.ended, t.schedule_at = r.schedule_at, t.ends_at = coalesce(r.planned_end, r.schedule_at)"
                + " where r.release_key = :key")
        .toList();

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
                () -> this.jdbc.sql(PLAN)
                    .param("key", normal)
                    .query(Row.class)
                    .optional()
                    .map(Row::toPlan)
                    .orElseThrow(() -> new NotFoundException("release", key)));
    }

    /** Keeps a plan, and what it is found by; the caller holds the release. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(ReleasePlan plan) {
        this.jdbc.sql(KEPT).paramSource(Row.of(plan)).update();
        ReleaseSchedule schedule = plan.plan().outline().schedule();
        String json = PlanYaml.json(plan.plan());
        INDEXES.forEach((table, written) -> {
            this.jdbc
                .sql("delete t from " + table + " t join releases r on r.id = t.release_id where r.release_key = :key")
                .param("key", plan.key())
                .update();
            this.jdbc.sql(written)
                .param("key", plan.key())
                .param("plan", json)
                .param("scheduleAt", schedule.scheduleAt())
                .param("endsAt", schedule.endsAt())
                .update();
        });
    }

    /** Takes over where a release that has ended stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(String key) {
        ENDED.forEach((update) -> this.jdbc.sql(update).param("key", key).update());
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
                    decided ? policy.supportDays() : 0, decided ? policy.approvalText() : "", plan.submittedBy(),
                    plan.submittedAt(), plan.approvedAt());
        }

        ReleasePlan toPlan() {
            PlanPolicy policy = (this.risk == null) ? null : PlanPolicy.of(Risk.valueOf(this.risk), this.windowRequired,
                    this.freezeBinding, this.reviewRequired, this.minimumSupportDays, this.approvals);
            return new ReleasePlan(this.releaseKey, PlanYaml.stored(this.plan), this.revision, this.digest,
                    this.changeDigest, policy, this.submittedBy, this.submittedAt, this.approvedAt);
        }
    }

}
