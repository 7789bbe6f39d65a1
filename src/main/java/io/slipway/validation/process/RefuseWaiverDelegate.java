package io.slipway.validation.process;

import io.slipway.validation.waiver.WaiverManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Refuses the waiver that was rejected.
 */
@Component
class RefuseWaiverDelegate implements JavaDelegate {

    private final WaiverManagement waivers;

    RefuseWaiverDelegate(WaiverManagement waivers) {
        this.waivers = waivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.waivers.refuse(execution.getProcessBusinessKey());
    }

}
