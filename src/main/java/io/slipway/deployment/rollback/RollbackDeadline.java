package io.slipway.deployment.rollback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Until when a run can be taken back so that it still fits its window: the window's end,
 * less how long that takes by the rehearsals, a verification and a reserve. A point of no
 * return moves it before its step. Where something is not known, neither is this.
 *
 * @param at until when, UTC; null if that is not known, or there is no way back any more
 * @param windowEnd until when it has to be over, UTC; null if there is no window
 * @param minutes how long it takes from here, with nine rehearsals of ten
 * @param rehearsals on how many rehearsals that counts; 0 for the plan's minutes only
 * @param unrehearsed how many steps were never taken back in a rehearsal
 * @param unplanned how many steps nobody said how to take back
 * @param before name of the step that moves it, since nothing can be taken back after it
 * @param gone name of the step after which nothing can be taken back, once it has begun
 */
public record RollbackDeadline(@Nullable Instant at, @Nullable Instant windowEnd, int minutes, int rehearsals,
        int unrehearsed, int unplanned, @Nullable String before, @Nullable String gone) {

    /** Whether there is a way back that fits at some moment; not if that is not known. */
    public boolean open(Instant now) {
        return this.at != null && this.gone == null && !now.isAfter(this.at);
    }

    /** Whether it is known that it does not fit any more. */
    public boolean passed(Instant now) {
        return this.gone != null || (this.at != null && now.isAfter(this.at));
    }

}
