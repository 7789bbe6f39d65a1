package io.slipway.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import io.slipway.ui.UnreadNotices;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody's own notices and preferences, and the log of what was sent to whom. Instants
 * are UTC.
 */
@Service
@Transactional
public class NotificationManagement {

    private static final KeyOrder<Notification> NEWEST = KeyOrder.<Notification>descending()
        .number("n.id", Notification::id);

    private final NotificationRows rows;

    private final Preferences preferences;

    private final Outbox outbox;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final CurrentActor currentActor;

    NotificationManagement(NotificationRows rows, Preferences preferences, Outbox outbox, JdbcClient jdbc,
            Journal journal, CurrentActor currentActor) {
        this.rows = rows;
        this.preferences = preferences;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /**
     * One page of the current actor's notices, unread first, then the newest first.
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     * @return at most {@link KeyPage#SIZE} notices
     */
    @Transactional(readOnly = true)
    public KeyPage<Notification> notices(String from) {
        boolean read = from.startsWith("READ-");
        String before = from.replaceFirst("^(UN)?READ-", "");
        List<Notification> found = new ArrayList<>();
        if (!read) {
            found.addAll(notices("UNREAD", before, KeyPage.size() + 1));
        }
        if (found.size() <= KeyPage.size()) {
            found.addAll(notices("READ", read ? before : "", KeyPage.size() + 1 - found.size()));
        }
        return KeyPage.of(found, (notice) -> (notice.unread() ? "UNREAD-" : "READ-") + notice.id());
    }

    private List<Notification> notices(String state, String before, int most) {
        return notices(this.currentActor.get().userName(), state, before, most).on(this.jdbc)
            .query(Notification.class)
            .list();
    }

    static Clause notices(String recipient, String state, String before, int most) {
        return Clause.of(NotificationRows.SELECT)
            .where(Clause.equal("n.recipient", recipient)
                .and(Clause.equal("n.notice", state))
                .and(NEWEST.after(before)))
            .append(NEWEST.by() + " limit " + most);
    }

    /**
     * How many notices a person has not read, counted up to 99 + 1, which means "more".
     */
    @Transactional(readOnly = true)
    public int unread(String userName) {
        return this.jdbc
            .sql("select count(*) from (select 1 from notifications where recipient = :name and notice = 'UNREAD' "
                    + "limit :most) some")
            .param("name", userName)
            .param("most", UnreadNotices.MOST_COUNTED + 1)
            .query(Integer.class)
            .single();
    }

    /**
     * Marks one of the current actor's notices as read; does nothing if it is so already.
     * Refuses, with a {@code NotFoundException}, everybody else's.
     * @param id the notice
     * @return the path of the page that it leads to
     */
    public String read(long id) {
        Notification notice = this.rows
            .find(Clause.equal("n.id", id)
                .and(Clause.equal("n.recipient", this.currentActor.get().userName()))
                .and("n.notice <> 'NONE'"))
            .orElseThrow(() -> new NotFoundException("notice", Long.toString(id)));
        this.jdbc.sql("update notifications set notice = 'READ' where id = :id and notice = 'UNREAD'")
            .param("id", id)
            .update();
        return notice.link();
    }

    /** Marks all of the current actor's notices as read. */
    public void readAll() {
        this.jdbc.sql("update notifications set notice = 'READ' where recipient = :name and notice = 'UNREAD'")
            .param("name", this.currentActor.get().userName())
            .update();
    }

    /**
     * How the current actor wants to be told about each kind.
     * @return all kinds in their order
     */
    @Transactional(readOnly = true)
    public Map<NotificationKind, Wish> wishes() {
        return this.preferences.of(this.currentActor.get().userName());
    }

    /**
     * Chooses how the current actor wants to be told.
     * @param wishes by kind; a kind that is missing stays as it was
     */
    public void choose(Map<NotificationKind, Wish> wishes) {
        this.preferences.choose(this.currentActor.get().userName(), wishes);
    }

    /**
     * Whether mail is sent at all.
     * @return false if no mail server is configured
     */
    @Transactional(readOnly = true)
    public boolean mailIsOn() {
        return this.outbox.mailIsOn();
    }

    /**
     * How many mails failed for good.
     * @return the number up to 1,000; 1,001 means more than that
     */
    @Transactional(readOnly = true)
    public int failedMails() {
        return this.jdbc
            .sql("select count(*) from (select 1 from notifications where mail = 'FAILED' limit 1001) failed")
            .query(Integer.class)
            .single();
    }

    /**
     * One page of what was sent to whom, the newest first. Refuses everybody but
     * administrators and auditors.
     * @param query filters and cursor
     * @return at most {@link KeyPage#SIZE} rows
     */
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    @Transactional(readOnly = true)
    public KeyPage<Notification> log(LogQuery query) {
        return NEWEST.page(statement(query).on(this.jdbc).query(Notification.class).list());
    }

    static Clause statement(LogQuery query) {
        Clause which = Clause.given("n.release_key", query.release().strip())
            .and(Clause.given("n.recipient", query.recipient().strip()))
            .and(Clause.given("n.mail", query.state()));
        return NEWEST.statement(NotificationRows.SELECT, which, query.from());
    }

    /**
     * Has a mail that failed sent again, with all its attempts. Refuses everybody but
     * administrators, and a mail that did not fail.
     * @param id the notification
     */
    @PreAuthorize("hasAuthority('administrator')")
    public void sendAgain(long id) {
        Notification row = this.rows.find(Clause.equal("n.id", id))
            .orElseThrow(() -> new NotFoundException("notification", Long.toString(id)));
        Instant now = this.journal.act().at();
        int changed = Clause.update("notifications", "mail", MailState.PENDING, "attempts", 0, "next_attempt_at", now)
            .where(Clause.equal("id", id).and("mail = 'FAILED'"))
            .on(this.jdbc)
            .update();
        if (changed == 0) {
            throw new InvalidInputException("", "notification.log.not-failed");
        }
        JournalEntry entry = JournalEntry.of("mail.sent-again", "mail", Long.toString(id))
            .as(Role.ADMINISTRATOR)
            .with(Map.of("title", row.title(), "recipient", row.recipient()));
        this.journal.record((row.releaseKey() != null) ? entry.release(row.releaseKey()) : entry);
    }

}
