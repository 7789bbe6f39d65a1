package io.slipway.deployment.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way on for attempts: what is told is kept first, by whoever is told it, and
 * moves its attempt on after that, together with all that follows. So a tool has its
 * answer at once, and nothing that it told is lost when what follows fails.
 */
@Component
class AttemptFacts {

    /** Between two looks at the tool, from the first on; the last goes on. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5));

    private final AttemptStore store;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    AttemptFacts(AttemptStore store, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what was told; it is looked at soon.
     * @return whether it was not known yet
     */
    @Transactional
    public boolean keep(long id, AttemptFact fact, String by) {
        return this.store.keep(id, fact, by, this.clock.instant());
    }

    /** Takes attempts that are due; others do not see them until the lease ends. */
    @Transactional
    public List<PipelineAttempt> takeDue(int most) {
        return this.store.take(this.clock.instant(), most);
    }

    /** Makes an attempt due at once. */
    @Transactional
    public void dueNow(long id) {
        this.store.due(id, this.clock.instant());
    }

    /**
     * Notes that the tool was told, or asked, and when that is done again.
     * @param problem what was wrong; empty if nothing was
     */
    @Transactional
    public void tried(long id, boolean inDoubt, int polls, int failures, String problem) {
        PipelineAttempt attempt = this.store.locked(id).tried(inDoubt, polls, failures, problem);
        this.store.tried(attempt, due(attempt, this.clock.instant()));
    }

    /**
     * Puts an attempt off that could not go on, even one that ended: what was told of it
     * is kept.
     */
    @Transactional
    public void stumbled(long id) {
        PipelineAttempt now = this.store.locked(id);
        this.store.tried(now.tried(now.inDoubt(), now.polls(), now.failures() + 1, ""),
                this.clock.instant().plus(pause(now.failures())));
    }

    /** Tells, once, that an attempt takes longer than it should. */
    @Transactional
    public PipelineAttempt overdue(PipelineAttempt attempt) {
        Instant now = this.clock.instant();
        if (attempt.times().overdueAt() != null || attempt.overdueFrom().isAfter(now)
                || !this.store.overdue(attempt.id(), now)) {
            return attempt;
        }
        write("attempt.overdue", attempt);
        this.events.publishEvent(new AttemptOverdue(attempt.subject(), attempt.attempt(), attempt.releaseKey(),
                Duration.ofSeconds(attempt.expectedSeconds())));
        return this.store.locked(attempt.id());
    }

    /** Keeps what was told, and looks at it; the same answer again is no news. */
    @Transactional
    public PipelineAttempt take(long id, AttemptFact fact, String by) {
        PipelineAttempt before = this.store.locked(id);
        if (fact.source() == FactSource.POLL && fact.state() == before.state()
                && before.trace().or(fact.trace()).equals(before.trace()) && fact.excerpt() == null) {
            return before;
        }
        this.store.keep(id, fact, by, this.clock.instant());
        return look(id);
    }

    /** Looks at all that is kept and nobody looked at. */
    @Transactional
    public PipelineAttempt look(long id) {
        PipelineAttempt before = this.store.locked(id);
        Instant now = this.clock.instant();
        PipelineAttempt after = before;
        boolean ask = false;
        for (FactRow kept : this.store.kept(id)) {
            PipelineAttempt next = with(after, kept.fact(), now);
            boolean moved = !next.knowledge().equals(after.knowledge()) || !next.trace().equals(after.trace());
            this.store.looked(kept.id(), moved ? FactRow.Effect.APPLIED : FactRow.Effect.LOGGED);
            after = moved ? next : after.logged(kept.excerpt());
            ask |= moved && kept.factSource() == FactSource.CALLBACK && kept.state().ended();
        }
        if (!after.equals(before)) {
            Instant due = due(after, now);
            this.store.move(after, (ask && due != null) ? now : due);
            tell(before, after);
        }
        else {
            this.store.due(id, due(before, now));
        }
        return after;
    }

    private static PipelineAttempt with(PipelineAttempt before, AttemptFact fact, Instant now) {
        boolean second = before.trace().differs(fact.trace()) && fact.source() != FactSource.PERSON;
        Knowledge known = before.knowledge().with(fact.source(), second ? AttemptState.DISPUTED : fact.state());
        return before.with(known, fact, now);
    }

    /** When the tool is looked at next. */
    static @Nullable Instant due(PipelineAttempt attempt, Instant now) {
        if (attempt.state().ended() || attempt.state().held()) {
            return null;
        }
        Instant next = now.plus(pause(Math.max(attempt.polls() - 1, attempt.failures() - 1)));
        Instant overdue = attempt.overdueFrom();
        return (attempt.times().overdueAt() == null && overdue.isAfter(now) && overdue.isBefore(next)) ? overdue : next;
    }

    static Duration pause(int polls) {
        return PAUSES.get(Math.max(0, Math.min(polls, PAUSES.size() - 1)));
    }

    private void tell(PipelineAttempt before, PipelineAttempt after) {
        AttemptState state = after.state();
        if (state == before.state()) {
            return;
        }
        if (state.ended()) {
            write("attempt.ended", after);
            this.events.publishEvent(new AttemptEnded(after.subject(), after.attempt(), state, after.reason()));
        }
        else if (state.held()) {
            write("attempt.held", after);
            this.events.publishEvent(new AttemptHeld(after.subject(), after.attempt(), state, after.reason()));
        }
    }

    private void write(String action, PipelineAttempt attempt) {
        this.journal.record(Actor.SYSTEM,
                JournalEntry.of(action, "attempt", attempt.attempt())
                    .release(attempt.releaseKey())
                    .with(Map.of("pipeline", attempt.pipeline(), "environment", attempt.environment(), "state",
                            attempt.state(), "detail", attempt.reason())));
    }

}
