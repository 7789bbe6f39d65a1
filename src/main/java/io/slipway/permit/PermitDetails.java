package io.slipway.permit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A permit, as pages show it.
 *
 * @param releaseName name of the release when it was asked for
 * @param subjects what it lets the release pass
 * @param packageDigest digest of the only package for which it counts; empty for any
 * @param followUp what was promised to be done afterwards; empty if nothing was
 * @param expiresAt until when it counts, UTC
 * @param requestedBy user name of who asked for it
 * @param requestedAt when, UTC
 * @param votes the decisions, in their order
 * @param worth whether it was worth it, if the kind asks that; null before
 * @param result what was learned, or what became of the follow-up; null before
 * @param closedBy user name of who looked back on it
 * @param closedAt when, UTC
 */
public record PermitDetails(long id, String releaseKey, String releaseName, List<String> subjects, String packageDigest,
        String reason, String followUp, Instant expiresAt, PermitStatus status, String requestedBy, Instant requestedAt,
        List<PermitVote> votes, @Nullable Boolean worth, @Nullable String result, @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /**
     * Tells whether it counts, even if its process has not noticed yet that it is over.
     * @param currentPackage digest of the release's package as it is
     * @return whether it is granted, for that package, and not over
     */
    public boolean counts(String currentPackage, Instant now) {
        return this.status == PermitStatus.GRANTED && this.packageDigest.equals(currentPackage)
                && now.isBefore(this.expiresAt);
    }

    /**
     * Who decided last.
     * @return the user name; empty before anybody has
     */
    public String decidedBy() {
        return this.votes.isEmpty() ? "" : this.votes.get(this.votes.size() - 1).person();
    }

}
