package io.slipway.deployment.parallel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the new system took over.
 *
 * @param doneAt since when the new system is in charge, UTC; null before
 * @param cutBackUntil until when the old one can take over again, UTC
 * @param cutBackAt when the old one took over again, UTC
 * @param writtenSince what was written to the new system since the cut-over
 * @param proof that nobody uses the old system any more
 */
public record CutOver(long runId, String releaseKey, Instant decidedAt, String decidedBy, @Nullable String reason,
        @Nullable Instant doneAt, @Nullable Instant cutBackUntil, @Nullable Instant cutBackAt,
        @Nullable String cutBackBy, @Nullable String cutBackReason, @Nullable String writtenSince,
        @Nullable Instant retiredAt, @Nullable String retiredBy, @Nullable String proof) {
}
