package io.slipway.deployment;

import java.time.Instant;
import java.util.List;

import io.slipway.release.checklist.ChecklistFact;
import org.jspecify.annotations.Nullable;

/**
 * A decision on go or no-go, with the checklist as it was then.
 *
 * @param go whether the deployment may begin
 * @param reason why not, if not
 * @param by user name of who decided
 * @param at when, UTC
 * @param resolution how a no-go was resolved, or why the release was withdrawn
 */
public record GoDecision(boolean go, @Nullable String reason, List<ChecklistFact> checklist, String by, Instant at,
        @Nullable Statement resolution, boolean withdrawn) {

    /** Whether a no-go waits for its resolution. */
    public boolean unresolved() {
        return !this.go && this.resolution == null;
    }

}
