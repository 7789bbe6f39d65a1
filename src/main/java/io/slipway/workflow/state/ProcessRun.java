package io.slipway.workflow.state;

import java.time.Instant;
import java.util.Map;

import io.slipway.workflow.model.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * One run of a process, running or ended.
 *
 * @param id the engine's id of the run
 * @param parent id of the run that called it; null for one that nobody called
 * @param callingElement id of the parent's element that called it
 * @param model the version on which it runs, or ran last
 * @param startedAt when it started, UTC
 * @param endedAt when it ended, UTC
 * @param elements what is and was at each element; those not reached are left out
 * @param flows how often each sequence flow was taken; empty for runs that are older than
 * the record of flows
 */
public record ProcessRun(String id, @Nullable String parent, @Nullable String callingElement, ModelVersion model,
        Instant startedAt, @Nullable Instant endedAt, RunState state, Map<String, ElementRun> elements,
        Map<String, Long> flows) {
}
