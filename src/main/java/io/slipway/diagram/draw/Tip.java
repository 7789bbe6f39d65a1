package io.slipway.diagram.draw;

/**
 * What a line has at one of its ends.
 *
 * @param css its classes
 * @param path its outline
 */
public record Tip(String css, String path) {
}
