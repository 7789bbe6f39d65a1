package io.slipway.workflow.decision;

import java.util.List;

/**
 * A row of a decision table, as it is written.
 *
 * @param id its id, such as {@code Rule_MinorLowContinuous}
 * @param number its place in the table, from 1
 * @param inputs the condition of each input column; {@code -} where anything matches
 * @param annotation why, as text for people
 */
public record DecisionRow(String id, int number, List<String> inputs, List<String> outputs, String annotation) {

    /** The condition that anything meets. */
    public static final String ANYTHING = "-";

}
