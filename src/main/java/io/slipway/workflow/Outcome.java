package io.slipway.workflow;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a step, and what the process is told of it.
 *
 * @param name the decision, such as {@code approve}; kept with the work item
 * @param reason why, in the person's words, if given
 * @param variables what the process model's gateways and delegates read: ids, numbers,
 * text and flags only
 * @param completes whether the step is done; if not, the work was only saved
 */
public record Outcome(String name, @Nullable String reason, Map<String, Object> variables, boolean completes) {

    /**
     * A decision that completes the step.
     * @param name the decision, such as {@code approve}
     * @return an outcome without reason and variables
     */
    public static Outcome of(String name) {
        return new Outcome(name, null, Map.of(), true);
    }

    /**
     * Work that was saved while the step stays open.
     * @return the outcome
     */
    public static Outcome keepOpen() {
        return new Outcome("saved", null, Map.of(), false);
    }

    /**
     * Adds the reason.
     * @return a new outcome
     */
    public Outcome because(@Nullable String value) {
        return new Outcome(this.name, (value == null || value.isBlank()) ? null : value, this.variables,
                this.completes);
    }

    /**
     * Adds a process variable.
     * @param value an id, number, text or flag; text of at most 4,000 characters
     * @return a new outcome
     */
    public Outcome with(String variable, Object value) {
        Map<String, Object> all = new HashMap<>(this.variables);
        all.put(variable, value);
        return new Outcome(this.name, this.reason, Map.copyOf(all), this.completes);
    }

}
