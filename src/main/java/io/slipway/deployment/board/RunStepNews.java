package io.slipway.deployment.board;

import java.time.Instant;
import java.util.List;

/**
 * Tells that a step of a run is next, or late.
 *
 * @param run id of the run
 * @param rehearsal whether it only rehearses
 * @param step key of the step
 * @param name name of the step
 * @param at when this was seen, UTC
 * @param due when it starts, or ends, as far as anybody can tell, UTC
 * @param people user names of who is told
 */
public record RunStepNews(RunMessage.Kind kind, long run, String releaseKey, boolean rehearsal, String step,
        String name, Instant at, Instant due, List<String> people) {
}
