package io.slipway.audit.retention;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is kept although its time is over.
 *
 * @param subject key of the release, or name of the person
 * @param endsOn the last day; null until it is lifted
 * @param liftedAt when it was lifted, UTC; null if it was not
 */
public record Hold(long id, Kind kind, String subject, String reason, @Nullable LocalDate endsOn, String placedBy,
        Instant placedAt, @Nullable String liftedBy, @Nullable Instant liftedAt, @Nullable String liftedBecause) {

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return this.liftedAt == null && (this.endsOn == null || !this.endsOn.isBefore(day));
    }

    /** What is held. */
    public enum Kind {

        /** All that belongs to a release. */
        RELEASE,
        /** All that is about a person. */
        PERSON

    }

}
