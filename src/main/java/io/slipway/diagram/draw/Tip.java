package io.slipway.diagram.draw;

/**
 * What a line has at one of its ends.
 */
public record Tip(String css, String path) {
}
