package io.slipway.diagram.draw;

import org.jspecify.annotations.Nullable;

/**
 * A line with how often it was passed.
 *
 * @param title everything about it in words
 * @param count how often it was passed, null unless it is worth telling
 */
public record Passage(Line line, String css, String title, @Nullable TextLine count) {
}
