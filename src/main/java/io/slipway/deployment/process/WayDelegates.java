package io.slipway.deployment.process;

import java.util.Optional;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.course.WaveCourse;
import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.deployment.rollback.WaveBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the four models of deployment and the way back do by themselves: they ask which
 * wave or step is next, and what was decided.
 */
@Configuration(proxyBeanMethods = false)
class WayDelegates {

    @Bean
    JavaDelegate chooseNextWaveDelegate(WaveCourse course) {
        return (execution) -> {
            Optional<String> wave = course.next(run(execution), "RunParallelProcess".equals(model(execution)));
            execution.setVariable("waveLeft", wave.isPresent());
            execution.setVariable("wave", wave.orElseGet(() -> course.last(run(execution))));
        };
    }

    @Bean
    JavaDelegate orderBaselineRollbackDelegate(WaveCourse course) {
        return (execution) -> execution.setVariable("rollbackOrdered",
                course.orderRollback(key(execution), run(execution)));
    }

    @Bean
    JavaDelegate abortRunDelegate(WaveCourse course) {
        return (execution) -> execution.setVariable("rollbackOrdered",
                course.orderRollback(key(execution), run(execution)));
    }

    @Bean
    JavaDelegate concludeRunDelegate(WaveCourse course, DeploymentManagement deployments) {
        return (execution) -> {
            execution.setVariable("deploymentSucceeded", course.conclude(key(execution)));
            Optional<String> ordered = deployments.rollbackOrdered(key(execution));
            execution.setVariable("rollbackOrdered", ordered.isPresent());
            ordered.ifPresent((reason) -> execution.setVariable("endReason", reason));
        };
    }

    @Bean
    JavaDelegate chooseNextWaveBackDelegate(WaveCourse course) {
        return (execution) -> {
            Optional<WaveBack> next = course.nextBack(key(execution));
            next.ifPresent((one) -> {
                execution.setVariable("run", one.run());
                execution.setVariable("wave", one.wave());
            });
            execution.setVariable("waveLeft", next.isPresent());
            execution.setVariable("givenUp", false);
            execution.setVariable("byTools", next.isEmpty() && course.byTools(key(execution)));
        };
    }

    @Bean
    JavaDelegate confirmBaselineDelegate(WaveCourse course) {
        return (execution) -> course.confirmBaseline(key(execution));
    }

    @Bean
    JavaDelegate openCycleDelegate(ReconciliationManagement reconciliation) {
        return (execution) -> execution.setVariable("nextCycleAt",
                reconciliation.open(key(execution), run(execution)).nextAt().toString());
    }

    @Bean
    JavaDelegate openCutBackDelegate(CutOverManagement cutOvers) {
        return (execution) -> execution.setVariable("cutBackEndsAt",
                cutOvers.begin(key(execution), run(execution)).toString());
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    private static long run(DelegateExecution execution) {
        return ((Number) execution.getVariable("run")).longValue();
    }

    private static String model(DelegateExecution execution) {
        return execution.getProcessDefinitionId().replaceFirst(":.*", "");
    }

}
