package io.slipway.deployment.parallel.web;

import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The service owner decides whether the new system takes over.
 */
@StepKey(value = "deployment/decide-on-cut-over", buttons = { "cut-over", "another-cycle", "give-up" })
class DecideOnCutOverStep extends ParallelStep {

    DecideOnCutOverStep(ReconciliationManagement reconciliation, CutOverManagement cutOvers, ParallelFacts facts) {
        super(reconciliation, cutOvers, facts);
    }

    @Override
    public Outcome complete(WorkItem item, ParallelForm form) {
        if ("cut-over".equals(form.outcome())) {
            cutOvers().decide(item.businessKey(), run(item), form.reason());
        }
        else {
            cutOvers().decline(item.businessKey(), "give-up".equals(form.outcome()), form.reason());
        }
        return Outcome.of(form.outcome()).because(form.reason()).with("cutOver", form.outcome());
    }

}
