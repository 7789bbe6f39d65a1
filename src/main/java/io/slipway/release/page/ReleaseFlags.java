package io.slipway.release.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.release.ReleaseSummary;
import io.slipway.workflow.fact.DecidingFact;

/**
 * Marks that another feature puts on releases in lists.
 */
public interface ReleaseFlags {

    /**
     * The marks of some releases, in a handful of statements.
     * @param keys the releases' keys, at most a page of a list
     * @return the marks of each release that has any
     */
    Map<String, List<ReleaseFlag>> of(Collection<String> keys);

    /**
     * What of it decides, for a card about a decision: each mark as a fact, unless the
     * feature has more to say.
     * @param releases at most a page of a list
     * @return the facts of each release that has any
     */
    default Map<String, List<DecidingFact>> facts(Collection<ReleaseSummary> releases) {
        Map<String, List<DecidingFact>> facts = new HashMap<>();
        of(releases.stream().map(ReleaseSummary::key).toList())
            .forEach((key, flags) -> facts.put(key, flags.stream().map((flag) -> flag.fact(key)).toList()));
        return facts;
    }

}
