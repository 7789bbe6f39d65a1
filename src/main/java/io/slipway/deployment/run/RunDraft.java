package io.slipway.deployment.run;

import java.time.Instant;
import java.util.List;

import io.slipway.planning.wave.Wave;
import org.jspecify.annotations.Nullable;

/**
 * A run that is to begin.
 *
 * @param attempt the attempt to deploy that it is; null for a rehearsal
 * @param model how it is deployed, such as {@code PHASED}
 * @param digest of the plan, to which it keeps
 * @param waves the plan's, in their order
 * @param start when it was to start; from now on if null
 * @param until until when it has to be done, if there is a window
 */
public record RunDraft(String release, RunType type, String environment, @Nullable Integer attempt, String model,
        String digest, List<Wave> waves, @Nullable Instant start, @Nullable Instant until) {
}
