package io.slipway.workflow.history;

import java.util.List;

import io.slipway.workflow.WorkItem;

/**
 * One human step that was asked of somebody.
 *
 * @param item what was asked, and what became of it
 * @param holdings when somebody had it in hand, in order and within its time; in between
 * it waited
 * @param known whether that is known; not once the engine has cleaned up its history
 */
public record StepRun(WorkItem item, List<Holding> holdings, boolean known) {
}
