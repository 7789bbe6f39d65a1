package io.slipway.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The review of a release, as pages and other features see it.
 *
 * @param openedAt when it was opened, UTC
 * @param findings what it found, once it was held
 * @param heldBy user name of who held it last
 * @param heldAt when it was held last, UTC
 * @param decidedBy user name of the service owner who confirmed or returned it last
 * @param decidedAt when that was, UTC
 * @param returnReason why it was returned last, if it was
 */
public record ReviewDetails(ReviewStatus status, Instant openedAt, @Nullable ReviewFindings findings,
        @Nullable String heldBy, @Nullable Instant heldAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
        @Nullable String returnReason) {
}
