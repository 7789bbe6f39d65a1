package io.slipway.deployment.process;

import java.util.Date;

import io.slipway.deployment.run.StepManagement;
import io.slipway.deployment.run.WaveManagement;
import io.slipway.workflow.Workflow;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the models of waves and steps do by themselves. Runs are known by their id, waves
 * and steps by their keys in the plan.
 */
@Configuration(proxyBeanMethods = false)
class RunDelegates {

    @Bean
    JavaDelegate openWaveDelegate(WaveManagement waves) {
        return (execution) -> execution.setVariableLocal("steps",
                Workflow.passing(waves.open(run(execution), wave(execution), execution.getProcessInstanceId())));
    }

    @Bean
    JavaDelegate startBakeDelegate(WaveManagement waves) {
        return (execution) -> waves.startBake(run(execution), wave(execution));
    }

    @Bean
    JavaDelegate judgeWaveDelegate(WaveManagement waves) {
        return (execution) -> {
            WaveManagement.Verdict verdict = waves.judge(run(execution), wave(execution));
            execution.setVariable("judged", verdict.judged());
            execution.setVariable("judgeAt", Date.from(verdict.judgeAt()));
        };
    }

    @Bean
    JavaDelegate closeWaveDelegate(WaveManagement waves) {
        return (execution) -> execution.setVariable("waveOutcome", waves.close(run(execution), wave(execution)));
    }

    @Bean
    JavaDelegate checkStepDelegate(StepManagement steps) {
        return (execution) -> execution
            .setVariables(steps.check(run(execution), step(execution), execution.getProcessInstanceId()).variables());
    }

    @Bean
    JavaDelegate triggerStepDelegate(StepManagement steps) {
        return (execution) -> steps.trigger(execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate settleStepDelegate(StepManagement steps) {
        return (execution) -> execution.setVariable("settled", steps.settle(execution.getProcessInstanceId()));
    }

    private static long run(DelegateExecution execution) {
        return ((Number) execution.getVariable("run")).longValue();
    }

    private static String wave(DelegateExecution execution) {
        return (String) execution.getVariable("wave");
    }

    private static String step(DelegateExecution execution) {
        return (String) execution.getVariable("step");
    }

}
