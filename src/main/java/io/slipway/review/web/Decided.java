package io.slipway.review.web;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.seen.SeenDecision;
import org.jspecify.annotations.Nullable;

/**
 * Who decided a step of a release, and what they saw.
 *
 * @param seen null where it was not kept
 */
record Decided(WorkItem item, @Nullable SeenDecision seen) {
}
