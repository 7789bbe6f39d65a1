package io.slipway.release.process;

import io.slipway.release.ReleaseManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Closes the reviewed release and tells the process whether it is live.
 */
@Component
class CloseReleaseDelegate implements JavaDelegate {

    private final ReleaseManagement releases;

    CloseReleaseDelegate(ReleaseManagement releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("releaseLive", this.releases.close(execution.getProcessBusinessKey()));
    }

}
