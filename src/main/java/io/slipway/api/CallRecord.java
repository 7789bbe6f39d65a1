package io.slipway.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.slipway.sql.Clause;
import io.slipway.sql.Json;
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

    private final Clock clock;

    CallRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down that a call begins. A call that was given up before it changed anything
     * is taken over.
     * @return the call; empty if it was done, or is being done
     */
    public Optional<CallUnderWay> begin(String caller, String key, String target) {
        Instant now = this.clock.instant();
        CallUnderWay call = new CallUnderWay(caller, key, now);
        delete(of(caller, key).and("begun_at < :old", "old", now.minus(KEPT)));
        try {
            Clause.insert("api_calls", "caller", caller, "idempotency_key", key, "target", target, "begun_at", now)
                .on(this.jdbc)
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
        return may && Clause.update("api_calls", "begun_at", call.begunAt())
            .where(of(call.caller(), call.key()).and("fingerprint is null and not acted")
                .and("begun_at < :given_up", "given_up", givenUp))
            .on(this.jdbc)
            .update() == 1;
    }

    /**
     * Writes down, in a transaction of the call, that it changes something. Refuses a
     * call that somebody else has taken over meanwhile, so that it changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acted(CallUnderWay call) {
        int mine = Clause.update("api_calls", "acted", true)
            .where(of(call.caller(), call.key()).and(Clause.equal("begun_at", call.begunAt()))
                .and("fingerprint is null"))
            .on(this.jdbc)
            .update();
        if (mine != 1) {
            throw new ConcurrencyFailureException("The call under " + call.key() + " was taken over");
        }
    }

    /** Writes down how a call was answered. */
    public void finish(String caller, String key, String fingerprint, Answer answer) {
        Clause
            .update("api_calls", "fingerprint", fingerprint, "status", answer.status(), "headers",
                    Json.text(answer.headers()), "body", answer.body())
            .where(of(caller, key))
            .on(this.jdbc)
            .update();
    }

    /** Forgets a call that did nothing, so that it can be tried again. */
    public void forget(String caller, String key) {
        delete(of(caller, key));
    }

    /** What is known of a key, if anything. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Optional<Call> find(String caller, String key) {
        return Clause.of("select * from api_calls")
            .where(of(caller, key))
            .on(this.jdbc)
            .query(Row.class)
            .optional()
            .map((row) -> row.call(this.clock.instant()));
    }

    /** Forgets what is older than a day. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    public void purge() {
        delete(Clause.of("begun_at < :old", "old", this.clock.instant().minus(KEPT)));
    }

    private static Clause of(String caller, String key) {
        return Clause.equal("caller", caller).and(Clause.equal("idempotency_key", key));
    }

    private void delete(Clause which) {
        Clause.of("delete from api_calls").where(which).on(this.jdbc).update();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(String target, @Nullable String fingerprint, @Nullable Integer status,
            @Nullable LinkedHashMap<String, String> headers, byte @Nullable [] body, boolean acted, Instant begunAt) {

        Call call(Instant now) {
            Answer answer = (this.status != null && this.headers != null && this.body != null)
                    ? new Answer(this.status, this.headers, this.body) : null;
            return new Call(this.target, this.fingerprint, answer, this.acted, this.begunAt.isBefore(now.minus(LEASE)));
        }

    }

    /**
     * A call that was done, or is being done.
     *
     * @param target digest of its method and address
     * @param fingerprint digest of its body; null while it is being answered
     * @param answer how it was answered; null while it is being answered
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
     * @param headers those of its headers that count
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, Map<String, String> headers, byte[] body) {
    }

}
