package io.slipway.release.page;

import java.time.Instant;
import java.util.List;

import io.slipway.release.ReleaseSummary;
import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of releases.
 *
 * @param next the step that it waits for longest; null if nobody has to do anything
 * @param task that step's work item
 * @param who whose that is: a person or a role
 * @param since when it was asked for, UTC
 * @param more how many more steps are open
 * @param days how many days it is in its phase; null if it has ended or nobody knows
 * @param flags what somebody has to look at
 */
public record ReleaseLine(ReleaseSummary release, @Nullable String next, @Nullable WorkItem task, @Nullable String who,
        @Nullable Instant since, int more, @Nullable Long days, List<ReleaseFlag> flags) {
}
