package io.slipway.earlylife;

import java.util.List;

/**
 * What operations sees of a live release: the state of its exit criteria and its open
 * incidents.
 *
 * @param criteria each exit criterion, in the order of {@link ExitCriterion}
 */
public record Watch(List<CriterionState> criteria, OpenIncidents incidents, boolean handoverAccepted) {

    /**
     * The criteria that are not met.
     * @return those criteria, in their order
     */
    public List<ExitCriterion> unmet() {
        return this.criteria.stream().filter((state) -> !state.met()).map(CriterionState::criterion).toList();
    }

}
