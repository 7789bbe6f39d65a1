package io.slipway.earlylife.process;

import io.slipway.earlylife.EarlyLifeManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Sets the new end of a support period and tells the process.
 */
@Component
class ExtendEarlyLifeSupportDelegate implements JavaDelegate {

    private final EarlyLifeManagement earlyLife;

    ExtendEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        this.earlyLife = earlyLife;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("supportEndsAt", this.earlyLife.extend(execution.getProcessBusinessKey()).toString());
    }

}
