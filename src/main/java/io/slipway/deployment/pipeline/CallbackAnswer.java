package io.slipway.deployment.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of what a tool told.
 *
 * @param attempt id of the attempt that it is about; null for none
 * @param state how far that is, before this is looked at; null for none
 */
public record CallbackAnswer(Result result, @Nullable String attempt, @Nullable AttemptState state) {

    static final CallbackAnswer IGNORED = new CallbackAnswer(Result.IGNORED, null, null);

    static CallbackAnswer of(Result result, PipelineAttempt attempt) {
        return new CallbackAnswer(result, attempt.attempt(), attempt.state());
    }

    /**
     * What becomes of what a tool told.
     */
    public enum Result {

        /** It is kept, and looked at soon. */
        KEPT,
        /** It was told before. */
        KNOWN,
        /** The attempt ended before, and this changes nothing of it. */
        ENDED,
        /** It is about no attempt. */
        IGNORED

    }

}
