package io.slipway.workflow.seen;

import java.util.List;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what whoever decides sees, in the transaction of the decision.
 */
public interface DecisionWitness {

    /**
     * Looks at what decides a work item, before anything is done.
     * @param shown what the page said that it showed; null where nothing was shown
     */
    Sight look(WorkItem item, @Nullable String shown);

    /** What decides a work item at one moment. */
    interface Sight {

        /** What the step itself calls deciding. */
        List<DecidingFact> deciding();

        /**
         * Keeps what was seen with what was decided by it. Refuses with a
         * {@code FactsChangedException} where it has become graver since it was shown.
         * @param byRule whether no person decided
         * @return the digest of what is kept
         */
        String keep(boolean byRule);

    }

}
