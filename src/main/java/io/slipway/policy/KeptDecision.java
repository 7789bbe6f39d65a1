package io.slipway.policy;

import java.time.Instant;
import java.util.Map;

/**
 * A decision of a table, as it was kept with a release.
 *
 * @param id its number, the higher the later
 * @param decision the table, its version and the rows that counted
 * @param inputs what was decided by: texts, numbers and flags by the inputs' names
 * @param outputs what was decided: texts, numbers, flags and lists by the outputs' names
 * @param decidedBy user name of who caused it
 * @param decidedAt when, UTC
 */
public record KeptDecision(long id, DecisionReference decision, Map<String, Object> inputs, Map<String, Object> outputs,
        String decidedBy, Instant decidedAt) {
}
