package io.slipway.deployment;

import java.util.List;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what is told, decided and backed up before a deployment. Nothing of it is ever
 * changed, except that a no-go is resolved, or its release withdrawn, exactly once.
 */
@Component
class ReadinessStore {

    private static final String NEWEST = " where release_key = :key order by id desc limit 1";

    private final JdbcClient jdbc;

    ReadinessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void announce(String key, AnnouncementDetails announcement) {
        DeploymentAnnouncement content = announcement.content();
        Clause
            .insert("announcements", "version", 0, "release_key", key, "audience", content.audience(), "channel",
                    content.channel(), "text", content.text(), "announced_at", content.announcedAt(), "recorded_by",
                    announcement.by(), "recorded_at", announcement.at())
            .on(this.jdbc)
            .update();
    }

    Optional<AnnouncementDetails> announcement(String key) {
        return this.jdbc.sql("""
                select audience, channel, text, announced_at, recorded_by as `by`, recorded_at as at
                  from announcements""" + NEWEST).param("key", key).query(AnnouncementDetails.class).optional();
    }

    void backUp(String key, BackupDetails backup) {
        Clause.insert("backups", "version", 0, "release_key", key, "location", backup.content().location(), "taken_at",
                backup.content().takenAt(), "verified_at", backup.content().verifiedAt(), "covers",
                Json.text(backup.content().covers()), "spared", Json.text(backup.content().spared()), "spared_reason",
                backup.content().sparedReason(), "recorded_by", backup.by(), "recorded_at", backup.at())
            .on(this.jdbc)
            .update();
    }

    Optional<BackupDetails> backup(String key) {
        return this.jdbc.sql("""
                select location, taken_at, verified_at, covers, spared, spared_reason, recorded_by as `by`,
                       recorded_at as at
                  from backups""" + NEWEST).param("key", key).query(BackupDetails.class).optional();
    }

    /**
     * Keeps a decision.
     * @param reason why not; null if the deployment may begin
     */
    void decide(String key, @Nullable String reason, List<ChecklistFact> checklist, Act act) {
        Clause.insert("go_decisions", "version", 0, "release_key", key, "is_go", reason == null, "reason", reason,
                "checklist", Json.text(checklist), "decided_by", act.by(), "decided_at", act.at(), "withdrawn", false)
            .on(this.jdbc)
            .update();
    }

    /** Ends the newest no-go. Refuses unless it waits for that. */
    void resolve(String key, Statement act, boolean withdrawn) {
        int resolved = Clause
            .update("go_decisions", "resolution", act.text(), "resolved_by", act.by(), "resolved_at", act.at(),
                    "withdrawn", withdrawn)
            .where(Clause
                .of("""
                        is_go = false and resolved_at is null
                        and id = (select newest.id from (select max(id) as id from go_decisions where release_key = :key) newest)""",
                        "key", key))
            .on(this.jdbc)
            .update();
        if (resolved == 0) {
            throw new IllegalStateException("No no-go of " + key + " waits for its resolution");
        }
    }

    List<GoDecision> decisions(String key) {
        return this.jdbc
            .sql("""
                    select is_go as go, reason, checklist, decided_by as `by`, decided_at as at, resolved_by as resolution_by,
                           resolved_at as resolution_at, resolution as resolution_text, withdrawn
                      from go_decisions where release_key = :key order by id desc""")
            .param("key", key)
            .query(GoDecision.class)
            .list();
    }

}
