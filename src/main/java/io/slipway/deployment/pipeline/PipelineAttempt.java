package io.slipway.deployment.pipeline;

import java.time.Duration;
import java.time.Instant;

import io.slipway.planning.wave.PipelineCall;
import org.jspecify.annotations.Nullable;

/**
 * One time that a tool was told to do something.
 *
 * @param attempt its id, by which the tool tells which it is
 * @param subject what it is for
 * @param work what the tool is told
 * @param inDoubt whether the call that starts it may have arrived, and nobody knows
 * @param trace where it is in the tool
 * @param reason one sentence of what was told last; empty if nothing was
 * @param polls how often the tool was asked
 * @param failures how often it could not be reached, one after the other
 * @param excerpt the last of its log, without secrets; null if there is none
 */
public record PipelineAttempt(long id, String attempt, String subject, String pipeline, String releaseKey,
        String environment, boolean rehearsal, PipelineCall work, String orderedBy, int expectedSeconds,
        AttemptState state, Knowledge knowledge, boolean inDoubt, RunTrace trace, String reason, AttemptTimes times,
        int polls, int failures, @Nullable String excerpt) {

    /** It is told to be overdue beyond so many times what was expected. */
    private static final double PATIENCE = 1.2;

    /** When it is overdue. */
    public Instant overdueFrom() {
        Instant since = (this.times.sentAt() != null) ? this.times.sentAt() : this.times.orderedAt();
        return since.plus(Duration.ofMillis((long) (this.expectedSeconds * PATIENCE * 1000)));
    }

    /** Whether a person may say how it ended: nobody else can, or it takes too long. */
    public boolean decidable() {
        return this.state.held() || (!this.state.ended() && this.times.overdueAt() != null);
    }

    /** This, after something was told that changes what is known. */
    PipelineAttempt with(Knowledge known, AttemptFact fact, Instant now) {
        AttemptState next = known.state();
        return new PipelineAttempt(this.id, this.attempt, this.subject, this.pipeline, this.releaseKey,
                this.environment, this.rehearsal, this.work, this.orderedBy, this.expectedSeconds, next, known,
                this.inDoubt && !next.after(AttemptState.SENT), this.trace.or(fact.trace()), fact.reason(),
                this.times.seen(next, now), this.polls, this.failures,
                (fact.excerpt() != null) ? fact.excerpt() : this.excerpt);
    }

    /** This, with the last of its log, if there is any. */
    PipelineAttempt logged(@Nullable String text) {
        return (text == null) ? this
                : new PipelineAttempt(this.id, this.attempt, this.subject, this.pipeline, this.releaseKey,
                        this.environment, this.rehearsal, this.work, this.orderedBy, this.expectedSeconds, this.state,
                        this.knowledge, this.inDoubt, this.trace, this.reason, this.times, this.polls, this.failures,
                        text);
    }

    /** This, after the tool was told or asked. */
    PipelineAttempt tried(boolean doubt, int asked, int failed, String problem) {
        return new PipelineAttempt(this.id, this.attempt, this.subject, this.pipeline, this.releaseKey,
                this.environment, this.rehearsal, this.work, this.orderedBy, this.expectedSeconds, this.state,
                this.knowledge, doubt, this.trace, problem.isEmpty() ? this.reason : problem, this.times, asked, failed,
                this.excerpt);
    }

}
