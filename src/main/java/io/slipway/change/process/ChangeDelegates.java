package io.slipway.change.process;

import io.slipway.change.ChangeFollowUp;
import io.slipway.change.ChangeManagement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of change authorisation does by itself.
 */
@Configuration(proxyBeanMethods = false)
class ChangeDelegates {

    /** The process instance is the round of authorisation. */
    @Bean
    JavaDelegate raiseChangeRecordDelegate(ChangeManagement changes) {
        return (execution) -> changes.raise(execution.getProcessBusinessKey(),
                (String) execution.getVariable("releaseName"), execution.getProcessInstanceId());
    }

    /** Tells the process whether the rule holds at this moment. */
    @Bean
    JavaDelegate authoriseStandardChangeDelegate(ChangeManagement changes) {
        return (execution) -> execution.setVariable("ruleHolds",
                changes.authoriseStandard(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate escalateDecisionDelegate(ChangeFollowUp changes) {
        return (execution) -> changes.escalate(execution.getProcessBusinessKey());
    }

}
