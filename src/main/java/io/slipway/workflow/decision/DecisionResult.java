package io.slipway.workflow.decision;

import java.util.List;

/**
 * What a decision table said.
 *
 * @param version version of the table that was asked
 * @param matches the rows that counted, in the table's order
 */
public record DecisionResult(String decision, int version, List<MatchedRow> matches) {

    /**
     * The rows that counted.
     * @return their ids, in the table's order
     */
    public List<String> rowIds() {
        return this.matches.stream().map(MatchedRow::id).toList();
    }

}
