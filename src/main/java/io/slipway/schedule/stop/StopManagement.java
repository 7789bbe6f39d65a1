package io.slipway.schedule.stop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.schedule.LineReleased;
import io.slipway.schedule.LineStop;
import io.slipway.schedule.LineStopped;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the line and releases it. Release managers, deployment managers and operations
 * stop it; only release managers release it; administrators do neither by that role.
 */
@Service
@Transactional
public class StopManagement {

    private static final int REASON = 1000;

    private final JdbcClient jdbc;

    private final StopBanner banner;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    StopManagement(JdbcClient jdbc, StopBanner banner, CurrentActor currentActor, Journal journal,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.banner = banner;
        this.currentActor = currentActor;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stops the line: nothing starts until it is released. Refuses an empty reason, and
     * if it is stopped already.
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize("hasAnyAuthority('release-manager', 'deployment-manager', 'operations')")
    public void stop(String reason) {
        String why = reason(reason);
        Instant now = now();
        try {
            this.jdbc.sql("""
                    insert into line_stops (version, still_stopped, reason, stopped_by, stopped_at)
                    values (0, true, ?, ?, ?)""").params(why, actor(), utc(now)).update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("", "schedule.line.stopped.already");
        }
        this.journal.record(JournalEntry.of("line.stopped", "line", "line").because(why));
        this.events.publishEvent(new LineStopped(actor(), now, why));
        this.banner.show(new LineStop(actor(), now, why));
    }

    /**
     * Releases the stopped line. Refuses an empty reason, and if it is not stopped.
     * @param reason why it may go on, at most 1,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void release(String reason) {
        String why = reason(reason);
        Instant now = now();
        int released = this.jdbc.sql("""
                update line_stops set still_stopped = null, version = version + 1, release_reason = ?, released_by = ?,
                       released_at = ? where still_stopped = true""").params(why, actor(), utc(now)).update();
        if (released == 0) {
            throw new InvalidInputException("", "schedule.line.released.already");
        }
        this.journal.record(JournalEntry.of("line.released", "line", "line").as(Role.RELEASE_MANAGER).because(why));
        this.events.publishEvent(new LineReleased(actor(), now, why));
        this.banner.show(null);
    }

    /**
     * The times that the line was stopped, the latest first.
     * @param from where the page begins; a text that nobody gave out begins anew
     * @return the page
     */
    @Transactional(readOnly = true)
    public KeyPage<LineStopDetails> history(String from) {
        long before = KeyPage.idBefore(from);
        List<LineStopDetails> found = this.jdbc
            .sql("select * from line_stops where id < ? order by id desc limit " + (KeyPage.SIZE + 1))
            .param(before)
            .query((row, number) -> details(row))
            .list();
        return KeyPage.of(found, (stop) -> Long.toString(stop.id()));
    }

    private static LineStopDetails details(ResultSet row) throws SQLException {
        return new LineStopDetails(row.getLong("id"), row.getString("reason"), row.getString("stopped_by"),
                row.getObject("stopped_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("release_reason"), row.getString("released_by"),
                instant(row.getObject("released_at", LocalDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime at) {
        return (at != null) ? at.toInstant(ZoneOffset.UTC) : null;
    }

    private static String reason(String typed) {
        if (typed.isBlank()) {
            throw new InvalidInputException("reason", "schedule.line.reason.missing");
        }
        if (typed.length() > REASON) {
            throw new InvalidInputException("reason", "schedule.too-long", REASON);
        }
        return typed.strip();
    }

    private String actor() {
        return this.currentActor.get().userName();
    }

    private Instant now() {
        return this.clock.instant();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

}
