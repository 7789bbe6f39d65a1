package io.slipway.planning.process;

import io.slipway.planning.PlanManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Makes the approved plan the final one.
 */
@Component
class ConfirmPlanDelegate implements JavaDelegate {

    private final PlanManagement plans;

    ConfirmPlanDelegate(PlanManagement plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.plans.confirm(execution.getProcessBusinessKey());
    }

}
