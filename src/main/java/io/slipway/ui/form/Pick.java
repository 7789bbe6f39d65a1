package io.slipway.ui.form;

/**
 * One thing that can be picked in a form.
 *
 * @param value what the form sends
 * @param label what people call it
 * @param detail what tells it from others of that name, may be empty
 */
public record Pick(String value, String label, String detail) {
}
