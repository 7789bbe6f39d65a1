package io.slipway.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a release ended: the verdict, what was planned against what happened, what
 * deviated. Derived from the facts, never typed.
 *
 * @param verdict how the review judged it; null if none did
 * @param reviewAsked whether a review has to be held
 * @param confirmedBy user name of who confirmed the review; null if nobody did
 * @param started when the deployment that counts was started, UTC; null if none was
 * @param finished when it was done, UTC; null if it never was
 * @param supportEnded when early life support ended, UTC; null if there was none
 * @param supportDue when it should have, UTC
 * @param attempts how often it was deployed
 * @param deviations in which ways it differed, the gravest first
 */
public record ReleaseOutcome(@Nullable ReviewVerdict verdict, boolean reviewAsked, @Nullable String confirmedBy,
        @Nullable Instant started, @Nullable Instant finished, @Nullable Instant supportEnded,
        @Nullable Instant supportDue, int attempts, List<Deviation> deviations) {
}
