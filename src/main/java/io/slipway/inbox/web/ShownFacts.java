package io.slipway.inbox.web;

import java.util.List;

import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

/**
 * What decides a step, as the decision page shows it.
 */
record ShownFacts(List<DecidingFact> all) {

    /** What a person has to read, the gravest first. */
    public List<DecidingFact> telling() {
        return this.all.stream()
            .filter((fact) -> fact.weight() != Weight.GOOD || !folds())
            .sorted(DecidingFact.GRAVEST_FIRST)
            .toList();
    }

    /** What is as it should be, if it is worth folding. */
    public List<DecidingFact> fine() {
        return folds() ? this.all.stream().filter((fact) -> fact.weight() == Weight.GOOD).toList() : List.of();
    }

    private boolean folds() {
        return this.all.stream().filter((fact) -> fact.weight() == Weight.GOOD).count() > 1;
    }

}
