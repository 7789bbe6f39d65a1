package io.slipway.release.web;

import java.time.Instant;
import java.util.List;

import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseFlag;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of releases.
 *
 * @param next the step that it waits for longest; null if nobody has to do anything
 * @param who whose that is: a person or a role
 * @param since when it was asked for, UTC
 * @param more how many more steps are open
 * @param flags what somebody has to look at
 */
record ReleaseLine(ReleaseSummary release, @Nullable String next, @Nullable String who, @Nullable Instant since,
        int more, List<ReleaseFlag> flags) {
}
