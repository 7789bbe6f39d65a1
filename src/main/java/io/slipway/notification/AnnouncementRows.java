package io.slipway.notification;

import java.time.Instant;
import java.util.List;

import io.slipway.planning.plan.Announcement;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the table of planned announcements, in the transaction of the caller.
 */
@Component
class AnnouncementRows {

    private static final int MOST_OF_A_RELEASE = 100;

    private final JdbcClient jdbc;

    AnnouncementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Plans an announcement, unless the very same was sent. */
    void plan(String releaseKey, Announcement announcement, Instant dueAt) {
        this.jdbc
            .sql("insert into planned_announcements (release_key, audience, channel, message, due_at, state) "
                    + "select :release, :audience, :channel, :message, :due, 'PLANNED' from dual where not exists "
                    + "(select 1 from planned_announcements where release_key = :release and state = 'SENT' "
                    + "and due_at = :due and audience = :audience and message = :message)")
            .param("release", releaseKey)
            .param("audience", String.join(", ", announcement.audience()))
            .param("channel", announcement.channel().name())
            .param("message", announcement.text())
            .param("due", dueAt)
            .update();
    }

    void withdraw(String releaseKey) {
        this.jdbc.sql(
                "update planned_announcements set state = 'WITHDRAWN' where release_key = :release and state = 'PLANNED'")
            .param("release", releaseKey)
            .update();
    }

    /** What is due for longest, kept from other nodes until the transaction ends. */
    List<PlannedAnnouncement> lockDue(Instant now, int most) {
        return this.jdbc.sql("""
                select *, message text from planned_announcements where state = 'PLANNED' and due_at <= :now
                 order by due_at, id limit :most for update skip locked""")
            .param("now", now)
            .param("most", most)
            .query(PlannedAnnouncement.class)
            .list();
    }

    void sent(long id, int told, Instant now) {
        Clause.update("planned_announcements", "state", "SENT", "told", told, "sent_at", now)
            .where(Clause.equal("id", id))
            .on(this.jdbc)
            .update();
    }

    List<PlannedAnnouncement> of(String releaseKey) {
        return this.jdbc.sql(
                "select *, message text from planned_announcements where release_key = :release order by due_at, id limit :most")
            .param("release", releaseKey)
            .param("most", MOST_OF_A_RELEASE)
            .query(PlannedAnnouncement.class)
            .list();
    }

}
