package io.slipway.diagram.draw;

/**
 * One line of a label.
 *
 * @param x where it is anchored
 * @param y its base line
 */
public record TextLine(String x, String y, String text) {
}
