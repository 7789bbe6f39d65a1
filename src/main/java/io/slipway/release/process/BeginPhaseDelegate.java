package io.slipway.release.process;

import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Tells the release which phase its process enters.
 */
@Component
class BeginPhaseDelegate implements JavaDelegate {

    private final ReleaseManagement releases;

    BeginPhaseDelegate(ReleaseManagement releases) {
        this.releases = releases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Phase phase = Phase.valueOf((String) execution.getVariable("phase"));
        this.releases.beginPhase(execution.getProcessBusinessKey(), phase);
    }

}
