package io.slipway.deployment.pipeline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When an attempt came how far, by the clock of the portal, UTC. Null is not yet, or
 * nobody saw it.
 *
 * @param overdueAt when it took longer than expected
 */
public record AttemptTimes(Instant orderedAt, @Nullable Instant sentAt, @Nullable Instant acceptedAt,
        @Nullable Instant runningAt, @Nullable Instant endedAt, @Nullable Instant overdueAt) {

    /** These, with when a state was seen first. */
    AttemptTimes seen(AttemptState state, Instant now) {
        boolean sent = this.sentAt == null && state.after(AttemptState.ORDERED);
        boolean accepted = this.acceptedAt == null && state.after(AttemptState.SENT);
        boolean running = this.runningAt == null && state == AttemptState.RUNNING;
        boolean ended = this.endedAt == null && state.ended();
        return new AttemptTimes(this.orderedAt, sent ? now : this.sentAt, accepted ? now : this.acceptedAt,
                running ? now : this.runningAt, ended ? now : this.endedAt, this.overdueAt);
    }

}
