package io.slipway.workflow.seen;

import java.util.List;

import io.slipway.input.InvalidInputException;
import io.slipway.workflow.fact.DecidingFact;

/**
 * Says that a decision was not taken: what speaks against it was not there, or was
 * another, when the page was opened. Whoever decides looks at it first.
 */
public class FactsChangedException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    private final transient List<DecidingFact> changed;

    FactsChangedException(List<DecidingFact> changed) {
        super("", "workflow.seen.changed", changed.size());
        this.changed = changed;
    }

    /** The facts that became graver, as they are now. */
    public List<DecidingFact> changed() {
        return this.changed;
    }

}
