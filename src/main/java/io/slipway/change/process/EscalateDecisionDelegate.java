package io.slipway.change.process;

import io.slipway.change.ChangeFollowUp;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Tells that the board did not decide in time.
 */
@Component
class EscalateDecisionDelegate implements JavaDelegate {

    private final ChangeFollowUp changes;

    EscalateDecisionDelegate(ChangeFollowUp changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.changes.escalate(execution.getProcessBusinessKey());
    }

}
