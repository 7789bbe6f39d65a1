package io.slipway.ui.axis;

/**
 * A mark on the axis.
 *
 * @param x where it is
 * @param label the time, in the reader's zone
 * @param day the day or year that begins here, empty if it goes on
 */
public record Tick(double x, String label, String day) {
}
