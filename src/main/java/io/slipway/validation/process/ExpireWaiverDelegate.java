package io.slipway.validation.process;

import io.slipway.validation.waiver.WaiverManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Ends the waiver whose time is over.
 */
@Component
class ExpireWaiverDelegate implements JavaDelegate {

    private final WaiverManagement waivers;

    ExpireWaiverDelegate(WaiverManagement waivers) {
        this.waivers = waivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.waivers.expire(execution.getProcessBusinessKey());
    }

}
