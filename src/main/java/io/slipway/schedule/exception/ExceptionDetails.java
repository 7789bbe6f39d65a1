package io.slipway.schedule.exception;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An exception from freezes, as pages show it.
 *
 * @param id its id
 * @param releaseKey key of the release
 * @param releaseName name of the release when it was requested
 * @param freezes ids of the freezes
 * @param reason why it is needed
 * @param expiresAt until when it counts, UTC
 * @param status how far it is
 * @param requestedBy user name of who requested it
 * @param requestedAt when, UTC
 * @param votes the decisions, in their order
 * @param worth whether the review found it worth it; null before
 * @param lesson what the review learned; null before
 * @param reviewedBy user name of who reviewed it
 * @param reviewedAt when, UTC
 */
public record ExceptionDetails(long id, String releaseKey, String releaseName, Set<Long> freezes, String reason,
        Instant expiresAt, ExceptionStatus status, String requestedBy, Instant requestedAt, List<ExceptionVote> votes,
        @Nullable Boolean worth, @Nullable String lesson, @Nullable String reviewedBy, @Nullable Instant reviewedAt) {
}
