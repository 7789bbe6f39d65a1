package io.slipway.workflow.decision;

import java.time.Instant;
import java.util.List;

/**
 * One version of a deployed decision table.
 *
 * @param key id of the decision, such as {@code ReleasePolicyDecision}
 * @param question what it decides, in one sentence
 * @param version its version, from 1
 * @param deployedAt since when it is there, UTC
 * @param hitPolicy which of the matching rows count, as DMN names it, such as
 * {@code UNIQUE}
 * @param inputs what it decides by
 * @param rows its rows, in their order
 */
public record DecisionTable(String key, String name, String question, int version, Instant deployedAt, String hitPolicy,
        List<DecisionColumn> inputs, List<DecisionColumn> outputs, List<DecisionRow> rows) {

    /**
     * Whether another version decides in the same way.
     * @return whether columns, rows and hit policy are equal
     */
    public boolean decidesLike(DecisionTable other) {
        return this.hitPolicy.equals(other.hitPolicy) && this.inputs.equals(other.inputs)
                && this.outputs.equals(other.outputs) && this.rows.equals(other.rows);
    }

}
