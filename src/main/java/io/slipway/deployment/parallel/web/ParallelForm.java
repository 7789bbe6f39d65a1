package io.slipway.deployment.parallel.web;

import io.slipway.ui.form.FormText;

/**
 * A decision on the cut-over, or what follows from it.
 *
 * @param written what was written to the new system since the cut-over
 * @param proof that nobody uses the old system any more
 * @param outcome the pressed button
 */
record ParallelForm(String reason, String written, String proof, String outcome) {

    ParallelForm {
        reason = FormText.of(reason);
        written = FormText.of(written);
        proof = FormText.of(proof);
        outcome = FormText.of(outcome);
    }

}
