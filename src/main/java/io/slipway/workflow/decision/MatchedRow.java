package io.slipway.workflow.decision;

import java.util.Map;

/**
 * A row that counted, with what it said.
 *
 * @param id id of the row
 * @param outputs texts, whole numbers ({@code Integer}) and flags, by the output's name;
 * an empty cell is left out
 */
public record MatchedRow(String id, Map<String, Object> outputs) {

    /**
     * A text that the row says.
     * @return the text, empty if the cell is
     */
    public String text(String output) {
        return this.outputs.getOrDefault(output, "").toString();
    }

    /**
     * A flag that the row sets.
     * @return whether it says true
     */
    public boolean flag(String output) {
        return Boolean.TRUE.equals(this.outputs.get(output));
    }

    /** A whole number that the row says. Refuses a cell that is none. */
    public int number(String output) {
        if (this.outputs.get(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("The row " + this.id + " says no number for " + output);
    }

}
