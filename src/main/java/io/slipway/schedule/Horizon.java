package io.slipway.schedule;

import java.time.Instant;

/**
 * Makes sure that the occurrences of rules without end are known far enough ahead.
 */
public interface Horizon {

    /**
     * Expands every rule up to an instant, in a transaction of its own. Does nothing
     * where they are known already, or where the instant is too far ahead.
     * @param until how far they must be known, UTC
     */
    void reach(Instant until);

}
