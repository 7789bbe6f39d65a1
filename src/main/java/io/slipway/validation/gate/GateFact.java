package io.slipway.validation.gate;

import org.jspecify.annotations.Nullable;

/**
 * A fact about a package.
 *
 * @param value a whole number; null if nobody knows it
 * @param doubt in words why it may be worse than that, because not all that was delivered
 * is understood; null if it is sure
 */
public record GateFact(@Nullable Integer value, @Nullable String doubt) {

    /** A fact that is sure. */
    public static GateFact of(int value) {
        return new GateFact(value, null);
    }

    GateFact but(String reason) {
        return new GateFact(this.value, reason);
    }

}
