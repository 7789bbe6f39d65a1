package io.slipway.deployment.pipeline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that was told of an attempt, as it is kept.
 *
 * @param toldAt when, by the clock of the portal, UTC
 * @param delivery by which the same news is known again; null if it cannot be
 * @param effect what it changed
 */
public record FactRow(long id, FactSource factSource, AttemptState state, Instant toldAt, String toldBy,
        @Nullable String delivery, RunTrace trace, String reason, @Nullable String excerpt, Effect effect) {

    AttemptFact fact() {
        return new AttemptFact(this.factSource, this.state, this.delivery, this.trace, this.reason, this.excerpt);
    }

    /**
     * What a fact changed.
     */
    public enum Effect {

        /** Nobody looked at it yet. */
        KEPT,
        /** It moved the attempt on. */
        APPLIED,
        /** It came too late, or was known. */
        LOGGED

    }

}
