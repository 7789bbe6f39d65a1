package io.slipway.ui;

/**
 * One option of a select, radio or checkbox field.
 */
public record Choice(String value, String label) {
}
