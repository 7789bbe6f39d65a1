package io.slipway.api.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps every event that was received, once for each source and id, and what became of
 * it.
 */
@Service
@Transactional
class EventLog {

    private static final String SELECT = "select * from received_events";

    private static final KeyOrder<ReceivedEvent> NEWEST = KeyOrder.<ReceivedEvent>descending()
        .number("id", ReceivedEvent::id);

    private static final int LONGEST_SUBJECT = 500;

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final Clock clock;

    EventLog(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * One page of all events, the newest first.
     * @param state only those in this state; null for all
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    public KeyPage<ReceivedEvent> list(@Nullable EventState state, String from) {
        return NEWEST.page(this.jdbc, SELECT, Clause.given("state", state), from, ReceivedEvent.class);
    }

    /**
     * One page of the events of a release, the newest first.
     * @param release key of the release
     * @param from the cursor
     */
    @Transactional(readOnly = true)
    public KeyPage<ReceivedEvent> of(String release, String from) {
        return NEWEST.page(this.jdbc, SELECT, Clause.equal("release_key", release), from, ReceivedEvent.class);
    }

    /**
     * Finds an event.
     * @param id identifies it within the portal
     * @return the event; refuses with a {@code NotFoundException} if there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    public ReceivedEvent get(long id) {
        return find(Clause.equal("id", id)).optional()
            .orElseThrow(() -> new NotFoundException("event", Long.toString(id)));
    }

    /**
     * Writes an event down. Events of the same source and id are one.
     * @return whether it came for the first time
     */
    public boolean receive(CloudEvent event, String subject, String via) {
        try {
            Clause
                .insert("received_events", "source", event.source(), "event_id", event.id(), "type", event.type(),
                        "subject", cut(subject, LONGEST_SUBJECT), "happened_at", event.time(), "received_at",
                        this.clock.instant(), "received_via", cut(via, 100), "state", EventState.RECEIVED, "reason", "",
                        "content", event.data().toString())
                .on(this.jdbc)
                .update();
            return true;
        }
        catch (DuplicateKeyException ex) {
            return false;
        }
    }

    public ReceivedEvent find(String source, String eventId) {
        return find(Clause.equal("source", source).and(Clause.equal("event_id", eventId))).single();
    }

    /** Writes down what became of an event; what is done stays done. */
    public void settle(long id, Settlement settlement) {
        int settled = Clause
            .update("received_events", "state", settlement.state(), "reason", cut(settlement.reason(), LONGEST_REASON),
                    "release_key", settlement.release(), "change_id",
                    (settlement.change() != null) ? cut(settlement.change(), 200) : null)
            .where(Clause.of("id = :id and state <> 'DONE'", "id", id))
            .on(this.jdbc)
            .update();
        if (settled > 0 && settlement.release() != null) {
            ReceivedEvent event = find(Clause.equal("id", id)).single();
            this.journal.record(JournalEntry.of("event.received", "event", cut(event.eventId(), 200))
                .release(settlement.release())
                .with(Map.of("type", event.shortType(), "source", event.source(), "state", event.state(), "result",
                        event.reason())));
        }
    }

    /** When a change was merged, as far as an event of any source told. */
    public Optional<Instant> merged(String change) {
        return this.jdbc.sql("""
                select happened_at from received_events
                 where subject = :change and type like 'dev.cdevents.change.merged.%' and happened_at is not null
                 order by id desc limit 1""").param("change", change).query(Instant.class).optional();
    }

    /** The proposed units that wait for news of a change. */
    public List<ReceivedEvent> waitingFor(String change) {
        return this.jdbc.sql(SELECT + " where change_id = :change and state = 'PROPOSED' order by id limit 20")
            .param("change", change)
            .query(ReceivedEvent.class)
            .list();
    }

    /** News of an incident that nothing came of yet, since its release was not known. */
    public List<ReceivedEvent> noted(String source, String incident) {
        return Clause.of(SELECT)
            .where(Clause.equal("subject", incident)
                .and(Clause.equal("source", source))
                .and("state = 'NOTED' and type like 'dev.cdevents.incident.%'"))
            .append(" order by id limit 20")
            .on(this.jdbc)
            .query(ReceivedEvent.class)
            .list();
    }

    private JdbcClient.MappedQuerySpec<ReceivedEvent> find(Clause which) {
        return Clause.of(SELECT).where(which).on(this.jdbc).query(ReceivedEvent.class);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    /**
     * What became of an event.
     *
     * @param release key of the release that it belongs to, if that is known
     * @param change the change that it waits for, if it does
     */
    record Settlement(EventState state, String reason, @Nullable String release, @Nullable String change) {
    }

}
