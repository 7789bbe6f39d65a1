package io.slipway.api;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers for a day which calls were done under which key, and how they were answered.
 * The first to write a key down does the call, by the primary key, on whichever node.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class CallRecord {

    private static final Duration KEPT = Duration.ofDays(1);

    /** After that long a call without an answer counts as given up. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    private final Clock clock;

    CallRecord(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes down that a call begins. A call that was given up before it changed anything
     * is taken over.
     * @return the call; empty if it was done, or is being done
     */
    public Optional<CallUnderWay> begin(String caller, String key, String target) {
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CallUnderWay call = new CallUnderWay(caller, key, now);
        this.jdbc.sql("delete from api_calls where caller = ? and idempotency_key = ? and begun_at < ?")
            .params(caller, key, utc(now.minus(KEPT)))
            .update();
        try {
            this.jdbc.sql("insert into api_calls (caller, idempotency_key, target, begun_at) values (?, ?, ?, ?)")
                .params(caller, key, target, utc(now))
                .update();
            return Optional.of(call);
        }
        catch (DuplicateKeyException ex) {
            return takeOver(call, target) ? Optional.of(call) : Optional.empty();
        }
    }

    /** Looks first: the many who come too soon wait for no lock. */
    private boolean takeOver(CallUnderWay call, String target) {
        Instant givenUp = call.begunAt().minus(LEASE);
        boolean may = find(call.caller(), call.key())
            .filter((known) -> known.target().equals(target) && known.old() && known.answer() == null && !known.acted())
            .isPresent();
        return may && this.jdbc.sql("""
                update api_calls set begun_at = ?
                 where caller = ? and idempotency_key = ? and fingerprint is null and not acted and begun_at < ?""")
            .params(utc(call.begunAt()), call.caller(), call.key(), utc(givenUp))
            .update() == 1;
    }

    /**
     * Writes down, in a transaction of the call, that it changes something. Refuses a
     * call that somebody else has taken over meanwhile, so that it changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acted(CallUnderWay call) {
        int mine = this.jdbc.sql("""
                update api_calls set acted = true
                 where caller = ? and idempotency_key = ? and begun_at = ? and fingerprint is null""")
            .params(call.caller(), call.key(), utc(call.begunAt()))
            .update();
        if (mine != 1) {
            throw new ConcurrencyFailureException("The call under " + call.key() + " was taken over");
        }
    }

    /** Writes down how a call was answered. */
    public void finish(String caller, String key, String fingerprint, Answer answer) {
        this.jdbc.sql("""
                update api_calls set fingerprint = ?, status = ?, headers = ?, body = ?
                 where caller = ? and idempotency_key = ?""")
            .params(fingerprint, answer.status(), text(answer.headers()), answer.body(), caller, key)
            .update();
    }

    /** Forgets a call that did nothing, so that it can be tried again. */
    public void forget(String caller, String key) {
        this.jdbc.sql("delete from api_calls where caller = ? and idempotency_key = ?").params(caller, key).update();
    }

    /** What is known of a key, if anything. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Optional<Call> find(String caller, String key) {
        return this.jdbc.sql("select * from api_calls where caller = ? and idempotency_key = ?")
            .params(caller, key)
            .query(this::call)
            .optional();
    }

    /** Forgets what is older than a day. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    public void purge() {
        this.jdbc.sql("delete from api_calls where begun_at < ?").param(utc(this.clock.instant().minus(KEPT))).update();
    }

    private Call call(ResultSet row, int number) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        Answer answer = (fingerprint != null)
                ? new Answer(row.getInt("status"), headers(row.getString("headers")), row.getBytes("body")) : null;
        return new Call(row.getString("target"), fingerprint, answer, row.getBoolean("acted"),
                row.getTimestamp("begun_at").toInstant().isBefore(this.clock.instant().minus(LEASE)));
    }

    private String text(Map<String, String> headers) {
        try {
            return this.json.writeValueAsString(headers);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return this.json.readValue(text.getBytes(StandardCharsets.UTF_8),
                    new TypeReference<LinkedHashMap<String, String>>() {
                    });
        }
        catch (java.io.IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * A call that was done, or is being done.
     *
     * @param target digest of its method and address
     * @param fingerprint digest of its body; null while it is being answered
     * @param answer how it was answered; null while it is being answered
     * @param acted whether it changed something
     * @param old whether it began longer ago than a call takes
     */
    record Call(String target, @Nullable String fingerprint, @Nullable Answer answer, boolean acted, boolean old) {

        /** Whether it was done, and how it was answered got lost with its node. */
        boolean answerLost() {
            return this.acted && this.old && this.answer == null;
        }

    }

    /**
     * An answer, to be given again.
     *
     * @param status its status
     * @param headers those of its headers that count
     * @param body its body
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, Map<String, String> headers, byte[] body) {
    }

}
