package io.slipway.earlylife.process;

import io.slipway.earlylife.EarlyLifeManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Begins the support period of a release and tells the process when it ends.
 */
@Component
class StartEarlyLifeSupportDelegate implements JavaDelegate {

    private final EarlyLifeManagement earlyLife;

    StartEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        this.earlyLife = earlyLife;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("supportEndsAt", this.earlyLife.start(execution.getProcessBusinessKey()).toString());
    }

}
