package io.slipway.change.process;

import io.slipway.change.ChangeManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Lets a standing authorisation count, if its rule holds at this moment.
 */
@Component
class AuthoriseStandardChangeDelegate implements JavaDelegate {

    private final ChangeManagement changes;

    AuthoriseStandardChangeDelegate(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("ruleHolds", this.changes.authoriseStandard(execution.getProcessBusinessKey()));
    }

}
