package io.slipway.workflow.state;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is and was at one element of a run.
 *
 * @param tokens how many tokens wait here now
 * @param passes how often it was passed and left; instances of a multi-instance element
 * count each
 * @param failed jobs that failed for good, here or in a process called from here
 * @param retrying jobs that failed and will be tried again
 * @param since since when the oldest token waits, UTC; null without tokens
 * @param timerDue when the next timer fires, UTC; null without a timer
 * @param failure the message of the last failure; null if nothing failed
 * @param calledRuns ids of the runs that it called, in the order of their start
 */
public record ElementRun(String element, long tokens, long passes, long failed, long retrying, @Nullable Instant since,
        @Nullable Instant timerDue, @Nullable String failure, List<String> calledRuns) {
}
