package io.slipway.workflow.state;

/**
 * What runs on all models together, each thing counted once.
 *
 * @param running runs that no other called: the releases under way, and what else runs
 * @param retrying jobs that failed and will be tried again
 * @param suspended runs that no other called and that do not move until somebody resumes
 * them
 */
public record ProcessTotals(long running, long failed, long retrying, long overdue, long suspended) {
}
