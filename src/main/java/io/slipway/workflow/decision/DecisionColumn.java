package io.slipway.workflow.decision;

import java.util.List;

/**
 * A column of a decision table.
 *
 * @param name the input or output as evaluating names it
 * @param type {@code string}, {@code boolean} or {@code integer}
 * @param values the texts that are foreseen; empty if any is
 */
public record DecisionColumn(String label, String name, String type, List<String> values) {
}
