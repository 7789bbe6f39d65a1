package io.slipway.release.process;

import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the life cycle of a release does by itself: it tells the record where the release
 * is, and how it ended.
 */
@Configuration(proxyBeanMethods = false)
class ReleaseDelegates {

    @Bean
    JavaDelegate beginPhaseDelegate(ReleaseManagement releases) {
        return (execution) -> releases.beginPhase(execution.getProcessBusinessKey(),
                Phase.valueOf((String) execution.getVariable("phase")));
    }

    /** Tells the process whether the release is live. */
    @Bean
    JavaDelegate closeReleaseDelegate(ReleaseManagement releases) {
        return (execution) -> execution.setVariable("releaseLive", releases.close(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordCancellationDelegate(ReleaseManagement releases) {
        return (execution) -> releases.recordCancellation(execution.getProcessBusinessKey(), reason(execution));
    }

    @Bean
    JavaDelegate recordRollbackDelegate(ReleaseManagement releases) {
        return (execution) -> releases.recordRollback(execution.getProcessBusinessKey(), reason(execution));
    }

    private static String reason(DelegateExecution execution) {
        return (String) execution.getVariable("endReason");
    }

}
