package io.slipway.earlylife.web;

import io.slipway.earlylife.CriterionState;
import io.slipway.earlylife.ExitCriterion;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One exit criterion as operations ticks it.
 *
 * @param met {@code true} if it is ticked
 * @param note what shows it
 */
record CriterionForm(@Nullable String met,
        @Size(max = 500, message = "{earlylife.text.too-long}") @Nullable String note) {

    CriterionForm {
        met = FormText.of(met);
        note = FormText.of(note);
    }

    static CriterionForm of(CriterionState state) {
        return new CriterionForm(state.met() ? "true" : "", state.note());
    }

    CriterionState toState(ExitCriterion criterion) {
        return new CriterionState(criterion, "true".equals(this.met), this.note);
    }

}
