package io.slipway.validation.process;

import io.slipway.validation.waiver.WaiverManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Grants the waiver that was approved.
 */
@Component
class GrantWaiverDelegate implements JavaDelegate {

    private final WaiverManagement waivers;

    GrantWaiverDelegate(WaiverManagement waivers) {
        this.waivers = waivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.waivers.grant(execution.getProcessBusinessKey());
        execution.setVariable("waiverGranted", true);
    }

}
