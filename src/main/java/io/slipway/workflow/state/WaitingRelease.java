package io.slipway.workflow.state;

import java.time.Instant;
import java.util.Map;

/**
 * A release that runs on a version of a model, with what it has there.
 *
 * @param run id of the run of this model
 * @param startedAt when the run started, UTC
 */
public record WaitingRelease(String releaseKey, String run, Instant startedAt, RunState state,
        Map<String, ElementState> elements) {
}
