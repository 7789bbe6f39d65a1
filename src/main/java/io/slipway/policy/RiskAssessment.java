package io.slipway.policy;

import java.util.List;

/**
 * The risk of a change with every reason that counted.
 *
 * @param risk the highest that any row of the table says
 * @param reasons the reasons of all rows that counted, the weightiest first
 */
public record RiskAssessment(Risk risk, List<String> reasons, DecisionReference decision) {
}
