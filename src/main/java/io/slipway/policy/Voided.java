package io.slipway.policy;

import java.util.List;

/**
 * What a change to an approved plan makes void.
 *
 * @param plan whether the plan has to be approved again
 * @param change whether the change has to be authorised again
 * @param reasons why, one for each row of the table that counted, as text for people
 */
public record Voided(boolean plan, boolean change, List<String> reasons, DecisionReference decision) {
}
