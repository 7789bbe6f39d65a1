package io.slipway.policy;

import java.util.List;

/**
 * Which decision table, in which version, by which of its rows.
 *
 * @param decision id of the decision, such as {@code ReleasePolicyDecision}
 * @param version version of the deployed table, from 1
 * @param rules ids of the rows that counted, in the table's order
 */
public record DecisionReference(String decision, int version, List<String> rules) {
}
