package io.slipway.ui;

/**
 * One option of a select, radio or checkbox field.
 *
 * @param value what the form sends
 * @param label what the person reads
 */
public record Choice(String value, String label) {
}
