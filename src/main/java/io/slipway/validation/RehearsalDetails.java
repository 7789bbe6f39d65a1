package io.slipway.validation;

import java.time.Instant;

/**
 * A rehearsal as it was recorded.
 *
 * @param by user name of who recorded it
 * @param at when it was recorded, UTC
 * @param counts whether it was done with the package as it now is
 */
public record RehearsalDetails(Rehearsal rehearsal, String by, Instant at, boolean counts) {

    /** Whether the rollback of the package as it now is has been tested. */
    public boolean succeeded() {
        return this.counts && this.rehearsal.succeeded();
    }

}
