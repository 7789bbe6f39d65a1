package io.slipway.schedule.period;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A window or freeze, as its page shows it.
 *
 * @param version the version that was read
 * @param createdBy user name of who made it
 * @param createdAt when, UTC
 * @param endedBy user name of who ended it; null if nobody did
 * @param endedAt when it was ended, UTC
 * @param overAt when its last occurrence ends, UTC; null if there is no last one
 * @param honoured whether its rule is honoured; one of a former version may not be
 */
public record PeriodDetails(long id, int version, PeriodDraft content, String createdBy, Instant createdAt,
        @Nullable String endedBy, @Nullable Instant endedAt, @Nullable String endReason, @Nullable Instant overAt,
        boolean honoured) {

    /** Whether somebody ended it. */
    public boolean ended() {
        return this.endedAt != null;
    }

}
