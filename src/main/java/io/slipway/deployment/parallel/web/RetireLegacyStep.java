package io.slipway.deployment.parallel.web;

import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager proves that nobody uses the old system any more.
 */
@StepKey(value = "deployment/retire-legacy", buttons = "retired")
class RetireLegacyStep extends ParallelStep {

    RetireLegacyStep(ReconciliationManagement reconciliation, CutOverManagement cutOvers, ParallelFacts facts) {
        super(reconciliation, cutOvers, facts);
    }

    @Override
    public Outcome complete(WorkItem item, ParallelForm form) {
        cutOvers().retire(item.businessKey(), run(item), form.proof());
        return Outcome.of("retired");
    }

}
