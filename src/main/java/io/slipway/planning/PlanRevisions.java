package io.slipway.planning;

import java.time.Instant;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every submitted or amended plan as it was, with its digest, so that an approval
 * can be held against what was approved.
 */
@Component
class PlanRevisions {

    private final JdbcClient jdbc;

    PlanRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ReleasePlan plan, Act act, @Nullable Instant approvedAt, @Nullable String reason) {
        this.jdbc.sql(
                "insert into plan_revisions (release_key, revision, digest, plan, written_by, written_at, approved_at, "
                        + "reason) values (:key, :revision, :digest, :plan, :by, :at, :approvedAt, :reason)")
            .param("key", plan.key())
            .param("revision", plan.revision())
            .param("digest", plan.digest())
            .param("plan", PlanYaml.write(plan.plan()))
            .param("by", act.by())
            .param("at", act.at())
            .param("approvedAt", approvedAt)
            .param("reason", reason)
            .update();
    }

    void approve(String key, int revision, Instant at) {
        this.jdbc.sql("update plan_revisions set approved_at = :at where release_key = :key and revision = :revision")
            .param("at", at)
            .param("key", key)
            .param("revision", revision)
            .update();
    }

    /** The plan that was approved last, before a revision. */
    Optional<Plan> approvedBefore(String key, int revision) {
        return newest(key, revision, "and approved_at is not null ");
    }

    /** The plan as it was before a revision. */
    Optional<Plan> before(String key, int revision) {
        return newest(key, revision, "");
    }

    private Optional<Plan> newest(String key, int revision, String condition) {
        return this.jdbc
            .sql("select plan from plan_revisions where release_key = :key and revision < :revision " + condition
                    + "order by revision desc limit 1")
            .param("key", key)
            .param("revision", revision)
            .query(String.class)
            .optional()
            .map(PlanYaml::stored);
    }

}
