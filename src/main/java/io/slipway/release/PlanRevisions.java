package io.slipway.release;

import java.time.Instant;
import java.util.Optional;

import io.slipway.release.plan.PlanDraft;
import io.slipway.release.plan.PlanYaml;
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

    void keep(String key, int revision, PlanDraft plan, String by, Instant at, @Nullable Instant approvedAt,
            @Nullable String reason) {
        this.jdbc
            .sql("insert into plan_revisions (release_key, revision, digest, plan, written_by, written_at, "
                    + "approved_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?)")
            .params(key, revision, PlanYaml.digest(plan), PlanYaml.write(plan), by, ReleaseRows.column(at),
                    (approvedAt != null) ? ReleaseRows.column(approvedAt) : null, reason)
            .update();
    }

    void approve(String key, int revision, Instant at) {
        this.jdbc.sql("update plan_revisions set approved_at = ? where release_key = ? and revision = ?")
            .params(ReleaseRows.column(at), key, revision)
            .update();
    }

    /** The plan that was approved last, before a revision. */
    Optional<PlanDraft> approvedBefore(String key, int revision) {
        return this.jdbc
            .sql("select plan from plan_revisions where release_key = ? and revision < ? and approved_at is not null "
                    + "order by revision desc limit 1")
            .params(key, revision)
            .query(String.class)
            .optional()
            .map(PlanYaml::read);
    }

}
