package io.slipway.diagram.draw;

import org.jspecify.annotations.Nullable;

/**
 * A mark at a shape: a sign with a number.
 *
 * @param text its number, null if the sign says it all
 */
public record Badge(String css, Place place, Sign sign, @Nullable TextLine text) {
}
