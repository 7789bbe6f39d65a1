package io.slipway.planning.collision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.slipway.approval.Shortage;
import io.slipway.policy.PolicyInputs;
import org.jspecify.annotations.Nullable;

/**
 * Tells plans whether the votes on their changes can be given in time: the feature that
 * authorises changes implements it, since it lies above plans.
 */
public interface ChangeVotes {

    /**
     * The votes that nobody could give before the planned starts, for any number of plans
     * in a handful of statements.
     * @return what is short, by the releases' keys; nothing for those to whom nothing is,
     * whose start is not planned, and whose start has passed
     */
    Map<String, Missing> missing(Collection<Planned> plans);

    /**
     * A plan, as far as votes depend on it.
     *
     * @param inputs what its policy is asked by, as far as it is known
     * @param start when its deployment shall begin, UTC; null if that is not planned
     */
    record Planned(String releaseKey, PolicyInputs inputs, @Nullable Instant start) {
    }

    /**
     * Votes that nobody could give.
     *
     * @param shortages what is short, never empty
     * @param ableFrom the minute in which enough people are back, UTC; null if that does
     * not help
     */
    record Missing(List<Shortage> shortages, @Nullable Instant ableFrom) {
    }

}
