package io.slipway.planning.process;

import io.slipway.planning.PlanManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Makes approvals that are overdue more urgent; it approves nothing.
 */
@Component
class EscalatePlanApprovalDelegate implements JavaDelegate {

    private final PlanManagement plans;

    EscalatePlanApprovalDelegate(PlanManagement plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.plans.escalate(execution.getProcessBusinessKey());
    }

}
