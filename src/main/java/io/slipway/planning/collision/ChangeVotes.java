package io.slipway.planning.collision;

import java.time.Instant;
import java.util.List;

import io.slipway.approval.Shortage;
import io.slipway.policy.PolicyInputs;
import org.jspecify.annotations.Nullable;

/**
 * Tells a plan whether the votes on its change can be given in time: the feature that
 * authorises changes implements it, since it lies above plans.
 */
public interface ChangeVotes {

    /**
     * The votes that nobody could give before a planned start.
     * @param inputs what its policy is asked by, as far as it is known
     * @param start when its deployment shall begin, UTC; null if that is not planned
     * @return what is short; empty if nothing is, and once the start has passed
     */
    List<Shortage> shortages(String releaseKey, PolicyInputs inputs, @Nullable Instant start);

    /**
     * From when on all votes could have been given.
     * @param start when its deployment shall begin, UTC
     * @return the planned start, or the minute in which enough people are back; null if
     * that does not help
     */
    @Nullable Instant ableFrom(String releaseKey, PolicyInputs inputs, Instant start);

}
