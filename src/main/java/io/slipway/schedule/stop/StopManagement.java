package io.slipway.schedule.stop;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.schedule.Stop;
import io.slipway.schedule.StopBegan;
import io.slipway.schedule.StopEnded;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

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

    private final Journal journal;

    private final ApplicationEventPublisher events;

    StopManagement(JdbcClient jdbc, StopBanner banner, Journal journal, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.banner = banner;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Stops the line: nothing starts until it is released, and what runs is held at its
     * next step. Refuses an empty reason, and if it is stopped already.
     * @param reason why, at most 1,000 characters
     */
    @PreAuthorize("hasAnyAuthority('release-manager', 'deployment-manager', 'operations')")
    public void stop(String reason) {
        String why = InputCheck.text("reason", reason, REASON, "schedule.stop.reason.missing");
        Act act = this.journal.act();
        try {
            Clause
                .insert("line_stops", "version", 0, "still_stopped", true, "reason", why, "stopped_by", act.by(),
                        "stopped_at", act.at())
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("", "schedule.stop.stopped.already");
        }
        this.journal.record(JournalEntry.of("line.stopped", "line", "line").because(why));
        this.events.publishEvent(new StopBegan(act.by(), act.at(), why));
        this.banner.show(new Stop(act.by(), act.at(), why));
    }

    /**
     * Releases the stopped line. Refuses an empty reason, and if it is not stopped.
     * @param reason why it may go on, at most 1,000 characters
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void release(String reason) {
        String why = InputCheck.text("reason", reason, REASON, "schedule.stop.reason.missing");
        Act act = this.journal.act();
        int released = this.jdbc.sql("""
                update line_stops set still_stopped = null, version = version + 1, release_reason = :why,
                       released_by = :actor, released_at = :now where still_stopped = true""")
            .param("why", why)
            .param("actor", act.by())
            .param("now", act.at())
            .update();
        if (released == 0) {
            throw new InvalidInputException("", "schedule.stop.released.already");
        }
        this.journal.record(JournalEntry.of("line.released", "line", "line").as(Role.RELEASE_MANAGER).because(why));
        this.events.publishEvent(new StopEnded(act.by(), act.at(), why));
        this.banner.show(null);
    }

    /**
     * The times that the line was stopped, the latest first.
     * @param from where the page begins; a text that nobody gave out begins anew
     */
    @Transactional(readOnly = true)
    public KeyPage<StopDetails> history(String from) {
        return KeyOrder.<StopDetails>descending()
            .number("id", StopDetails::id)
            .page(this.jdbc, "select * from line_stops", Clause.NONE, from, StopDetails.class);
    }

}
