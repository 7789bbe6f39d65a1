package io.slipway.deployment.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps attempts and what is told of them, in the transaction of the caller.
 */
@Component
class AttemptStore {

    /** A node that is at one for so long is taken for dead. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private static final KeyOrder<PipelineAttempt> LATEST = KeyOrder.<PipelineAttempt>descending()
        .number("id", PipelineAttempt::id);

    private static final String ATTEMPTS = "select * from pipeline_attempts";

    private static final String LOCKED = " for update";

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new attempt. Throws a {@code DuplicateKeyException} where one is open. */
    void insert(String attempt, AttemptOrder order, Pipeline pipeline, String by, Instant now) {
        Clause
            .insert("pipeline_attempts", "attempt", attempt, "subject", order.subject(), "live", true, "pipeline",
                    pipeline.pipeline(), "release_key", order.releaseKey(), "environment", order.environment(),
                    "rehearsal", order.rehearsal(), "work", Json.text(order.call()), "ordered_by", by, "ordered_at",
                    now, "expected_seconds", pipeline.expectedMinutes() * 60, "state", AttemptState.ORDERED, "reached",
                    AttemptState.ORDERED, "in_doubt", false, "confirmed_by", pipeline.tool().confirmedBy(), "lost",
                    false, "trace", Json.text(RunTrace.NONE), "reason", "", "due_at", now, "polls", 0, "failures", 0)
            .on(this.jdbc)
            .update();
    }

    /** Refuses an unknown one, with a {@code NotFoundException}. */
    PipelineAttempt get(String attempt) {
        return find(attempt).orElseThrow(() -> new NotFoundException("attempt", attempt));
    }

    Optional<PipelineAttempt> find(String attempt) {
        return ID.matcher(attempt).matches() ? one(Clause.equal("attempt", attempt), "") : Optional.empty();
    }

    /** Locks an attempt until the transaction ends. */
    PipelineAttempt locked(long id) {
        return one(Clause.equal("id", id), LOCKED).orElseThrow();
    }

    /** The one of a pipeline that its tool calls so. */
    Optional<PipelineAttempt> ofRun(String pipeline, String run) {
        return one(Clause.equal("pipeline", pipeline).and("run_id = :run", "run", run), " order by id desc limit 1");
    }

    Optional<PipelineAttempt> newest(String subject) {
        return one(Clause.equal("subject", subject), " order by id desc limit 1");
    }

    private Optional<PipelineAttempt> one(Clause where, String end) {
        return Clause.of(ATTEMPTS).where(where).append(end).on(this.jdbc).query(PipelineAttempt.class).optional();
    }

    KeyPage<PipelineAttempt> list(Clause where, String from) {
        return LATEST.page(this.jdbc, ATTEMPTS, where, from, PipelineAttempt.class);
    }

    /** The latest things that were told of an attempt. */
    List<FactRow> facts(long id, int most) {
        return this.jdbc.sql("select * from pipeline_facts where attempt_id = :id order by id desc limit :most")
            .param("id", id)
            .param("most", most)
            .query(FactRow.class)
            .list();
    }

    /**
     * Keeps something that was told, and makes its attempt due.
     * @return whether it was not known yet
     */
    boolean keep(long id, AttemptFact fact, String by, Instant now) {
        int kept = this.jdbc.sql("""
                insert ignore into pipeline_facts
                       (attempt_id, fact_source, state, told_at, told_by, delivery, trace, reason, excerpt, effect)
                values (:id, :source, :state, :now, :by, :delivery, :trace, :reason, :excerpt, 'KEPT')""")
            .param("id", id)
            .param("source", fact.source().name())
            .param("state", fact.state().name())
            .param("now", now)
            .param("by", by)
            .param("delivery", fact.delivery())
            .param("trace", Json.text(fact.trace()))
            .param("reason", fact.reason())
            .param("excerpt", fact.excerpt())
            .update();
        if (kept == 1) {
            due(id, now);
        }
        return kept == 1;
    }

    /** How much was told of an attempt. */
    int told(long id) {
        return this.jdbc.sql("select count(*) from pipeline_facts where attempt_id = :id")
            .param("id", id)
            .query(Integer.class)
            .single();
    }

    List<FactRow> kept(long id) {
        return this.jdbc.sql("select * from pipeline_facts where attempt_id = :id and effect = 'KEPT' order by id")
            .param("id", id)
            .query(FactRow.class)
            .list();
    }

    void looked(long fact, FactRow.Effect effect) {
        Clause.update("pipeline_facts", "effect", effect).where(Clause.equal("id", fact)).on(this.jdbc).update();
    }

    void move(PipelineAttempt to, @Nullable Instant dueAt) {
        Knowledge known = to.knowledge();
        AttemptTimes times = to.times();
        Clause
            .update("pipeline_attempts", "state", to.state(), "reached", known.reached(), "told", known.told(), "asked",
                    known.asked(), "decided", known.decided(), "lost", known.lost(), "in_doubt", to.inDoubt(), "run_id",
                    to.trace().run(), "trace", Json.text(to.trace()), "reason", to.reason(), "sent_at", times.sentAt(),
                    "accepted_at", times.acceptedAt(), "running_at", times.runningAt(), "ended_at", times.endedAt(),
                    "excerpt", to.excerpt(), "due_at", dueAt)
            .append(Clause.of(", live = if(:open and live, true, null)", "open", times.endedAt() == null))
            .where(Clause.equal("id", to.id()))
            .on(this.jdbc)
            .update();
    }

    void due(long id, @Nullable Instant at) {
        Clause.update("pipeline_attempts", "due_at", at).where(Clause.equal("id", id)).on(this.jdbc).update();
    }

    /** Takes attempts that are due, so that one node is at each. */
    List<PipelineAttempt> take(Instant now, int most) {
        List<PipelineAttempt> due = this.jdbc.sql("""
                select * from pipeline_attempts
                 where due_at <= :now and (leased_until is null or leased_until <= :now)
                 order by due_at, id limit :most for update skip locked""")
            .param("now", now)
            .param("most", most)
            .query(PipelineAttempt.class)
            .list();
        due.forEach((one) -> Clause.update("pipeline_attempts", "leased_until", now.plus(LEASE))
            .where(Clause.equal("id", one.id()))
            .on(this.jdbc)
            .update());
        return due;
    }

    /** Notes how often the tool was asked, and in vain. */
    void tried(PipelineAttempt attempt, @Nullable Instant dueAt) {
        Clause
            .update("pipeline_attempts", "in_doubt", attempt.inDoubt(), "polls", attempt.polls(), "failures",
                    attempt.failures(), "reason", attempt.reason(), "due_at", dueAt)
            .where(Clause.equal("id", attempt.id()))
            .on(this.jdbc)
            .update();
    }

    /** Notes that an attempt is overdue, unless that was noted before. */
    boolean overdue(long id, Instant now) {
        return Clause.update("pipeline_attempts", "overdue_at", now)
            .where(Clause.equal("id", id).and("overdue_at is null"))
            .on(this.jdbc)
            .update() == 1;
    }

    /** Gives an attempt back that was taken. */
    void give(long id) {
        Clause.update("pipeline_attempts", "leased_until", null).where(Clause.equal("id", id)).on(this.jdbc).update();
    }

}
