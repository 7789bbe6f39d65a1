package io.slipway.audit.retention;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * That a person is erased from the record.
 *
 * @param person whom; the pseudonym once it is done
 * @param pseudonym what stands in the record instead
 * @param dueOn not before that day
 * @param decidedBy who confirmed or refused it; null before
 * @param nextSequence rows before it were looked at
 * @param erased how many rows were changed
 * @param doneAt when it was done, UTC; null before
 */
public record Erasure(long id, State state, String person, String pseudonym, String reason, LocalDate dueOn,
        String askedBy, Instant askedAt, @Nullable String decidedBy, @Nullable Instant decidedAt, long nextSequence,
        long erased, @Nullable Instant doneAt) {

    /** How far it is. */
    public enum State {

        /** Somebody asked for it; another person has to agree. */
        ASKED,
        /** Two people want it; it waits for its day, or for a hold. */
        CONFIRMED,
        /** The other person did not agree. */
        REFUSED,
        /** The record no longer names the person. */
        DONE

    }

}
