package io.slipway.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Why the record of an item is written, when it is not by its own form.
 *
 * @param action what the journal says was done to an item that was there before, such as
 * {@code item.changed}
 * @param reason why, in words
 * @param releaseKey key of the release that is the cause, if one is
 */
public record ItemCause(String action, String reason, @Nullable String releaseKey) {
}
