package io.slipway.deployment.parallel.web;

import java.util.ArrayList;
import java.util.List;

import io.slipway.deployment.parallel.SystemTotals;
import io.slipway.input.InputCheck;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What both systems say in one cycle. Rows of which nothing is typed do not count.
 *
 * @param note what was seen besides
 * @param outcome the pressed button: {@code reconciled}
 */
record ReconcileForm(@Nullable List<TotalForm> totals, String note, String outcome) {

    ReconcileForm {
        totals = (totals != null) ? totals : List.of();
        note = FormText.of(note);
        outcome = FormText.of(outcome);
    }

    List<SystemTotals> read(InputCheck check) {
        List<SystemTotals> read = new ArrayList<>();
        for (int i = 0; i < this.totals.size(); i++) {
            TotalForm row = this.totals.get(i);
            if (row != null && row.given()) {
                read.add(row.read(check, "totals[" + i + "]."));
            }
        }
        return read;
    }

}
