package io.slipway.workflow.job;

import java.util.List;

/**
 * One job with its history.
 *
 * @param attempts what became of it so far, the latest first
 */
public record JobDetails(JobSummary job, List<JobAttempt> attempts) {
}
