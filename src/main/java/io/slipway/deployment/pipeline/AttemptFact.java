package io.slipway.deployment.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Something that was told of an attempt.
 *
 * @param delivery by which the same news is known again; null if it cannot be
 * @param reason one sentence
 * @param excerpt the last of the log; null if there is none
 */
public record AttemptFact(FactSource source, AttemptState state, @Nullable String delivery, RunTrace trace,
        String reason, @Nullable String excerpt) {

    /** One with nothing but a state and a sentence. */
    public static AttemptFact of(FactSource source, AttemptState state, String reason) {
        return new AttemptFact(source, state, null, RunTrace.NONE, reason, null);
    }

    /** The same, by which it is known again. */
    public AttemptFact delivered(@Nullable String id) {
        return new AttemptFact(this.source, this.state, id, this.trace, this.reason, this.excerpt);
    }

    /** The same, with where it is in the tool. */
    public AttemptFact at(RunTrace where) {
        return new AttemptFact(this.source, this.state, this.delivery, where, this.reason, this.excerpt);
    }

    /** The same, with the last of its log. */
    public AttemptFact log(@Nullable String text) {
        return new AttemptFact(this.source, this.state, this.delivery, this.trace, this.reason, text);
    }

}
