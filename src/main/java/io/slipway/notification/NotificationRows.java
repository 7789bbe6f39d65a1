package io.slipway.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes rows of the table of notifications, in the transaction of the caller.
 */
@Component
class NotificationRows {

    static final String SELECT = "select n.*, n.notice = 'UNREAD' unread from notifications n";

    private final JdbcClient jdbc;

    NotificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes one row per recipient; the unique key keeps out what another node has just
     * written.
     */
    void insert(Matter matter, List<Addressee> addressees, Instant now) {
        String facts = Json.text(matter.facts());
        this.jdbc
            .sql("insert into notifications (matter, recipient, kind, release_key, title, text, facts, link, "
                    + "created_at, notice, mail, next_attempt_at) values :rows on duplicate key update id = id")
            .param("rows",
                    addressees.stream()
                        .map((addressee) -> new @Nullable Object[] { matter.id(), addressee.recipient(),
                                matter.kind().name(), matter.releaseKey(), matter.title(), matter.text(), facts,
                                matter.link(), now, addressee.notice() ? "UNREAD" : "NONE", addressee.mail().name(),
                                (addressee.mail() == MailState.PENDING) ? now : null })
                        .toList())
            .update();
    }

    /** Who was told about a matter. */
    List<String> toldOf(String matter) {
        return this.jdbc.sql("select recipient from notifications where matter = :matter")
            .param("matter", matter)
            .query(String.class)
            .list();
    }

    /** Which of these matters somebody was told about. */
    List<String> told(List<String> matters) {
        return this.jdbc.sql("select distinct matter from notifications where matter in (:matters)")
            .param("matters", matters)
            .query(String.class)
            .list();
    }

    /** What became of some matters, for each recipient. */
    List<Recipient> recipients(List<String> matters) {
        if (matters.isEmpty()) {
            return List.of();
        }
        return this.jdbc
            .sql("select matter, recipient, notice, mail from notifications where matter in (:matters) order by id")
            .param("matters", matters)
            .query(Recipient.class)
            .list();
    }

    List<Notification> list(Clause which, String rest) {
        return Clause.of(SELECT).where(which).append(rest).on(this.jdbc).query(Notification.class).list();
    }

    Optional<Notification> find(Clause which) {
        return list(which, "").stream().findFirst();
    }

    /**
     * Somebody who was told about a matter. A notice reaches people without a mail; one
     * whose mail failed has to have read it.
     */
    record Recipient(String matter, String recipient, String notice, MailState mail) {

        boolean missed() {
            return (this.mail == MailState.FAILED && !read())
                    || (!noticed() && (this.mail == MailState.SKIPPED || this.mail == MailState.NONE));
        }

        boolean waiting() {
            return !noticed() && this.mail == MailState.PENDING;
        }

        boolean read() {
            return this.notice.equals("READ");
        }

        private boolean noticed() {
            return !this.notice.equals("NONE");
        }

    }

    /**
     * Somebody who is told, and how.
     *
     * @param recipient user name or address
     * @param notice whether as a notice in the portal
     * @param mail whether by mail
     */
    record Addressee(String recipient, boolean notice, MailState mail) {
    }

}
