package io.slipway.deployment.environment;

import org.jspecify.annotations.Nullable;

/**
 * Tells that an environment passed to the next in its queue.
 *
 * @param hold id of what is held now
 * @param holder user name of who asked for it
 * @param releaseKey the release that it is for; null if it is for none
 */
public record EnvironmentFreed(String environment, long hold, String holder, @Nullable String releaseKey,
        String purpose) {
}
