package io.slipway.change.process;

import io.slipway.change.ChangeManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Raises the change record of a round of authorisation; the process instance is the
 * round.
 */
@Component
class RaiseChangeRecordDelegate implements JavaDelegate {

    private final ChangeManagement changes;

    RaiseChangeRecordDelegate(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        this.changes.raise(execution.getProcessBusinessKey(), (String) execution.getVariable("releaseName"),
                execution.getProcessInstanceId());
    }

}
