package io.slipway.diagram.draw;

import org.jspecify.annotations.Nullable;

/**
 * What lies behind everything: pools, lanes, groups, and the ground of an open
 * sub-process.
 *
 * @param place where it is
 * @param divider the line between its title and its inside, null if it has none
 * @param sign its marker, null if it has none
 * @param name the whole title
 */
public record Frame(String element, String css, Place place, @Nullable String divider, @Nullable Sign sign, Label label,
        String name) {
}
