package io.slipway.ui.form;

/**
 * One option of a select, radio or checkbox field.
 */
public record Choice(String value, String label) {
}
