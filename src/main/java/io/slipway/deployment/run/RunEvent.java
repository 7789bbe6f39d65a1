package io.slipway.deployment.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run.
 *
 * @param kind what happened, such as {@code step-failed}
 * @param wave key of the wave, if it is about one
 * @param step key of the step, if it is about one
 * @param toldBy user name of who said it
 * @param facts what was seen at that second
 */
public record RunEvent(long id, long runId, String kind, @Nullable String wave, @Nullable String step, Instant at,
        String toldBy, StepSource source, @Nullable String reason, @Nullable String facts) {
}
