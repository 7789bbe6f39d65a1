package io.slipway.api.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
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
     * @return a page
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    public KeyPage<ReceivedEvent> list(@Nullable EventState state, String from) {
        Map<String, Object> parameters = new HashMap<>(
                Map.of("before", KeyPage.idBefore(from), "most", KeyPage.SIZE + 1));
        if (state != null) {
            parameters.put("state", state.name());
        }
        return page("where id < :before" + ((state != null) ? " and state = :state" : ""), parameters);
    }

    /**
     * One page of the events of a release, the newest first.
     * @param release key of the release
     * @param from the cursor
     * @return a page
     */
    @Transactional(readOnly = true)
    public KeyPage<ReceivedEvent> of(String release, String from) {
        return page("where id < :before and release_key = :release",
                Map.of("before", KeyPage.idBefore(from), "release", release, "most", KeyPage.SIZE + 1));
    }

    /**
     * Finds an event.
     * @param id identifies it within the portal
     * @return the event; refuses with a {@code NotFoundException} if there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    public ReceivedEvent get(long id) {
        return this.jdbc.sql("select * from received_events where id = ?")
            .param(id)
            .query(EventLog::row)
            .optional()
            .orElseThrow(() -> new NotFoundException("event", Long.toString(id)));
    }

    /**
     * Writes an event down. Events of the same source and id are one.
     * @return whether it came for the first time
     */
    public boolean receive(CloudEvent event, String subject, String via) {
        try {
            this.jdbc.sql("""
                    insert into received_events (source, event_id, type, subject, happened_at, received_at,
                                                 received_via, state, reason, content)
                    values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', '', ?)""")
                .params(event.source(), event.id(), event.type(), cut(subject, LONGEST_SUBJECT), utc(event.time()),
                        utc(this.clock.instant()), cut(via, 100), event.data().toString())
                .update();
            return true;
        }
        catch (DuplicateKeyException ex) {
            return false;
        }
    }

    public ReceivedEvent find(String source, String eventId) {
        return this.jdbc.sql("select * from received_events where source = ? and event_id = ?")
            .params(source, eventId)
            .query(EventLog::row)
            .single();
    }

    /** Writes down what became of an event; what is done stays done. */
    public void settle(long id, Settlement settlement) {
        int settled = this.jdbc.sql("""
                update received_events set state = ?, reason = ?, release_key = ?, change_id = ?
                 where id = ? and state <> 'DONE'""")
            .params(settlement.state().name(), cut(settlement.reason(), LONGEST_REASON), settlement.release(),
                    (settlement.change() != null) ? cut(settlement.change(), 200) : null, id)
            .update();
        if (settled > 0 && settlement.release() != null) {
            ReceivedEvent event = this.jdbc.sql("select * from received_events where id = ?")
                .param(id)
                .query(EventLog::row)
                .single();
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
                 where subject = ? and type like 'dev.cdevents.change.merged.%' and happened_at is not null
                 order by id desc limit 1""")
            .param(change)
            .query(LocalDateTime.class)
            .optional()
            .map((at) -> at.toInstant(ZoneOffset.UTC));
    }

    /** The proposed units that wait for news of a change. */
    public List<ReceivedEvent> waitingFor(String change) {
        return this.jdbc
            .sql("select * from received_events where change_id = ? and state = 'PROPOSED' order by id limit 20")
            .param(change)
            .query(EventLog::row)
            .list();
    }

    /** News of an incident that nothing came of yet, since its release was not known. */
    public List<ReceivedEvent> noted(String source, String incident) {
        return this.jdbc.sql("""
                select * from received_events
                 where subject = ? and source = ? and state = 'NOTED' and type like 'dev.cdevents.incident.%'
                 order by id limit 20""").params(incident, source).query(EventLog::row).list();
    }

    private KeyPage<ReceivedEvent> page(String where, Map<String, Object> parameters) {
        List<ReceivedEvent> found = this.jdbc
            .sql("select * from received_events " + where + " order by id desc limit :most")
            .params(parameters)
            .query(EventLog::row)
            .list();
        return KeyPage.of(found, (event) -> Long.toString(event.id()));
    }

    private static ReceivedEvent row(ResultSet row, int number) throws SQLException {
        LocalDateTime happened = row.getObject("happened_at", LocalDateTime.class);
        return new ReceivedEvent(row.getLong("id"), row.getString("source"), row.getString("event_id"),
                row.getString("type"), row.getString("subject"),
                (happened != null) ? happened.toInstant(ZoneOffset.UTC) : null,
                row.getObject("received_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("received_via"), EventState.valueOf(row.getString("state")), row.getString("reason"),
                row.getString("release_key"), row.getString("content"));
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant at) {
        return (at != null) ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : null;
    }

    /**
     * What became of an event.
     *
     * @param state the state
     * @param reason why, or what was done
     * @param release key of the release that it belongs to, if that is known
     * @param change the change that it waits for, if it does
     */
    record Settlement(EventState state, String reason, @Nullable String release, @Nullable String change) {
    }

}
