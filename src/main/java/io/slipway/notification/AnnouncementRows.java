package io.slipway.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.release.plan.Announcement;

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
            .param("audience", announcement.audience())
            .param("channel", announcement.channel().name())
            .param("message", announcement.text())
            .param("due", NotificationRows.utc(dueAt))
            .update();
    }

    void withdraw(String releaseKey) {
        this.jdbc
            .sql("update planned_announcements set state = 'WITHDRAWN' where release_key = ? and state = 'PLANNED'")
            .param(releaseKey)
            .update();
    }

    /** What is due for longest, kept from other nodes until the transaction ends. */
    List<PlannedAnnouncement> lockDue(Instant now, int most) {
        return this.jdbc.sql(
                "select * from planned_announcements where state = 'PLANNED' and due_at <= ? order by due_at, id limit ? "
                        + "for update skip locked")
            .params(NotificationRows.utc(now), most)
            .query(AnnouncementRows::map)
            .list();
    }

    void sent(long id, int told, Instant now) {
        this.jdbc.sql("update planned_announcements set state = 'SENT', told = ?, sent_at = ? where id = ?")
            .params(told, NotificationRows.utc(now), id)
            .update();
    }

    List<PlannedAnnouncement> of(String releaseKey) {
        return this.jdbc.sql("select * from planned_announcements where release_key = ? order by due_at, id limit ?")
            .params(releaseKey, MOST_OF_A_RELEASE)
            .query(AnnouncementRows::map)
            .list();
    }

    private static PlannedAnnouncement map(ResultSet row, int number) throws SQLException {
        LocalDateTime sent = row.getObject("sent_at", LocalDateTime.class);
        return new PlannedAnnouncement(row.getLong("id"), row.getString("release_key"), row.getString("audience"),
                row.getString("channel"), row.getString("message"),
                row.getObject("due_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("state"),
                row.getInt("told"), (sent != null) ? sent.toInstant(ZoneOffset.UTC) : null);
    }

}
