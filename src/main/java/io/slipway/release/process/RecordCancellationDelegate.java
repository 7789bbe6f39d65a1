package io.slipway.release.process;

import io.slipway.release.ReleaseManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Records that the release was given up, with the reason.
 */
@Component
class RecordCancellationDelegate implements JavaDelegate {

    private final ReleaseManagement releases;

    RecordCancellationDelegate(ReleaseManagement releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reason = (String) execution.getVariable("endReason");
        this.releases.recordCancellation(execution.getProcessBusinessKey(), reason);
    }

}
