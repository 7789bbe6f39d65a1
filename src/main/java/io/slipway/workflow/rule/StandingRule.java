package io.slipway.workflow.rule;

import java.util.List;

/**
 * What people agreed on before, by which a step passes without being asked of them.
 *
 * @param table the decision table, such as {@code ReleasePolicyDecision}
 * @param version its version
 * @param rows ids of the rows that said so
 */
public record StandingRule(String table, int version, List<String> rows) {
}
