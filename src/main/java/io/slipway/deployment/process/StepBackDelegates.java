package io.slipway.deployment.process;

import java.time.Instant;

import io.slipway.deployment.course.WaveCourse;
import io.slipway.deployment.rollback.StepBack;
import io.slipway.deployment.rollback.ToolsBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of a wave's rollback does by itself.
 */
@Configuration(proxyBeanMethods = false)
class StepBackDelegates {

    @Bean
    JavaDelegate chooseNextStepBackDelegate(WaveCourse course) {
        return (execution) -> {
            StepBack next = course.stepBack(key(execution), run(execution), (String) execution.getVariable("wave"));
            execution.setVariable("stepLeft", next.left());
            execution.setVariable("byTool", next.byTool());
            execution.setVariable("title", next.title());
            execution.setVariable("givenUp", false);
        };
    }

    @Bean
    JavaDelegate triggerStepBackDelegate(WaveCourse course) {
        return (execution) -> {
            Instant due = course.triggerStepBack(key(execution), execution.getProcessInstanceId());
            execution.setVariable("toolDueAt", due.toString());
        };
    }

    @Bean
    JavaDelegate settleStepBackDelegate(ToolsBack tools) {
        return (execution) -> execution.setVariable("takenBack",
                tools.settle(key(execution), run(execution), (String) execution.getVariable("wave")));
    }

    private static long run(DelegateExecution execution) {
        return ((Number) execution.getVariable("run")).longValue();
    }

    private static String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

}
