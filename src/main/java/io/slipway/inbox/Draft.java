package io.slipway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a person has typed into a task's form without deciding yet.
 *
 * @param fields field name to its values, in the form's order
 * @param savedAt when it was saved last, UTC
 */
public record Draft(Map<String, List<String>> fields, Instant savedAt) {
}
