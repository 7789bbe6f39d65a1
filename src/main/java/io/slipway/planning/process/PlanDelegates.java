package io.slipway.planning.process;

import io.slipway.planning.PlanManagement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of planning does by itself.
 */
@Configuration(proxyBeanMethods = false)
class PlanDelegates {

    /** Makes the approved plan the final one. */
    @Bean
    JavaDelegate confirmPlanDelegate(PlanManagement plans) {
        return (execution) -> plans.confirm(execution.getProcessBusinessKey());
    }

    /** Makes approvals that are overdue more urgent; it approves nothing. */
    @Bean
    JavaDelegate escalatePlanApprovalDelegate(PlanManagement plans) {
        return (execution) -> plans.escalate(execution.getProcessBusinessKey());
    }

}
