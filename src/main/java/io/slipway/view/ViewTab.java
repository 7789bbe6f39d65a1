package io.slipway.view;

import org.jspecify.annotations.Nullable;

/**
 * A view that everybody has, as a tab above its list.
 *
 * @param label key of its name
 * @param count how many it shows, counted up to a cap; null where nobody counts
 * @param current whether it is the one shown
 */
public record ViewTab(String label, String address, @Nullable Integer count, boolean current) {
}
