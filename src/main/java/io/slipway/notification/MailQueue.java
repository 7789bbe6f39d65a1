package io.slipway.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out mails that are due, each to one sender only. A sender leases a few rows in a
 * short transaction, by the database's clock, which is the same for all; the mail server
 * is talked to outside of it, so no row stays locked while a server is slow. A node that
 * dies in between leaves rows that become due again: a mail that the server took right
 * before is then sent twice, under the same message id.
 */
@Component
class MailQueue {

    /** Mails that one sender takes at once. */
    static final int BATCH = 5;

    /** For how long a sender has what it took; longer than it can take to send all. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** After this many attempts a mail has failed. */
    static final int MOST_ATTEMPTS = 10;

    static final Clause DUE = Clause.of("n.mail = 'PENDING' and n.next_attempt_at <= :now "
            + "and (n.leased_until is null or n.leased_until <= utc_timestamp(3))");

    static final String NEXT = " order by n.next_attempt_at, n.id limit " + BATCH + " for update skip locked";

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final int LONGEST_ERROR = 500;

    private final NotificationRows rows;

    private final JdbcClient jdbc;

    MailQueue(NotificationRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /**
     * Takes the mails that are due for longest; others do not see them until the lease
     * ends.
     */
    @Transactional
    List<Notification> take(Instant now) {
        List<Notification> due = this.rows.list(DUE.with("now", now), NEXT);
        due.forEach((row) -> this.jdbc
            .sql("update notifications set leased_until = utc_timestamp(3) + interval :lease second where id = :id")
            .param("lease", LEASE.toSeconds())
            .param("id", row.id())
            .update());
        return due;
    }

    @Transactional
    void giveBack(Notification row) {
        change(row, Clause.update("notifications", "leased_until", null));
    }

    @Transactional
    void sent(Notification row, String address, Instant now) {
        change(row,
                Clause
                    .update("notifications", "mail", MailState.SENT, "next_attempt_at", null, "sent_at", now, "sent_to",
                            address, "last_error", null)
                    .append(", attempts = attempts + 1"));
    }

    @Transactional
    void skipped(Notification row, String reason) {
        change(row, Clause.update("notifications", "mail", MailState.SKIPPED, "next_attempt_at", null, "last_error",
                reason));
    }

    /** Puts the next attempt off, each time for longer, and gives up after the last. */
    @Transactional
    void failed(Notification row, String error, boolean forGood, Instant now) {
        int attempts = row.attempts() + 1;
        boolean over = forGood || attempts >= MOST_ATTEMPTS;
        change(row,
                Clause.update("notifications", "mail", over ? MailState.FAILED : MailState.PENDING, "attempts",
                        attempts, "next_attempt_at", over ? null : now.plus(pause(attempts)), "leased_until", null,
                        "last_error", (error.length() > LONGEST_ERROR) ? error.substring(0, LONGEST_ERROR) : error));
    }

    private void change(Notification row, Clause change) {
        change.where(Clause.of("id = :id and mail = 'PENDING'", "id", row.id())).on(this.jdbc).update();
    }

    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MOST_ATTEMPTS));
        return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
    }

}
