package io.slipway.earlylife.web;

import io.slipway.earlylife.CriterionState;
import io.slipway.earlylife.ExitCriterion;

/**
 * One exit criterion as operations ticks it.
 *
 * @param met {@code true} if it is ticked
 */
record CriterionForm(String met, String note) {

    static CriterionForm of(CriterionState state) {
        return new CriterionForm(state.met() ? "true" : "", state.note());
    }

    CriterionState toState(ExitCriterion criterion) {
        return new CriterionState(criterion, "true".equals(this.met), this.note);
    }

}
