package io.slipway.configuration.baseline;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Two states of the same items, compared field by field.
 *
 * @param to the later baseline; null for the register as it is now
 * @param differences the items that differ, by key
 * @param token stands for exactly these differences, so that what is restored is what was
 * seen
 */
public record Comparison(Baseline from, @Nullable Baseline to, List<Difference> differences, int same, String token) {
}
