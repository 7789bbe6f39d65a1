package io.slipway.workflow;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What keeps a release from going on, but for people who have something to do.
 *
 * @param suspension who suspended it; null if nobody did
 * @param engineSince since when its next step is due that the engine has not done, though
 * it had time enough: a node may have died with it; null while all goes as usual
 */
public record Standstill(@Nullable Suspension suspension, @Nullable Instant engineSince) {
}
