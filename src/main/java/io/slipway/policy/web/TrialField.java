package io.slipway.policy.web;

import java.util.List;

import io.slipway.ui.form.Choice;
import org.jspecify.annotations.Nullable;

/**
 * An input of a table in the form to try it.
 *
 * @param choices what can be chosen; empty where a number is typed
 * @param value what was chosen or typed
 * @param error key of the message that says what is wrong; null if nothing is
 */
record TrialField(String name, String label, List<Choice> choices, String value, @Nullable String error) {
}
