package io.slipway.workflow.state;

import java.time.Instant;
import java.util.Map;

import io.slipway.workflow.model.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * What runs on one version of a model.
 *
 * @param failing instances with a job that failed for good, here or in a called process
 * @param retrying instances with a job that failed and will be tried again
 * @param overdue instances with a task past its due date
 * @param suspended instances that do not move until somebody resumes them
 * @param oldest when the oldest running instance started, UTC; null if none runs
 * @param elements what is at each element; those with nothing are left out
 * @param asOf when this was read, UTC
 */
public record ModelState(ModelVersion model, long running, long failing, long retrying, long overdue, long suspended,
        @Nullable Instant oldest, Map<String, ElementState> elements, Instant asOf) {
}
