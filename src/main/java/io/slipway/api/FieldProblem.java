package io.slipway.api;

/**
 * What is wrong with one field of what a tool sent.
 *
 * @param field the field's name; empty for what was sent as a whole
 * @param message what is wrong and what to do about it
 */
public record FieldProblem(String field, String message) {
}
