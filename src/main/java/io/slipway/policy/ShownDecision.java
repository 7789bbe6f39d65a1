package io.slipway.policy;

import java.util.List;

import io.slipway.workflow.decision.DecisionRow;

/**
 * A kept decision as pages show it, with the table as it was then.
 *
 * @param inputs what was decided by, in words
 * @param outputs what was decided, in words
 */
public record ShownDecision(KeptDecision kept, String table, List<PolicyFact> inputs, List<PolicyFact> outputs,
        List<DecisionRow> rows) {
}
