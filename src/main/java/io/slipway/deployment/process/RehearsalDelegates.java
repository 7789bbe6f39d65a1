package io.slipway.deployment.process;

import java.util.Optional;

import io.slipway.deployment.rehearsal.RehearsalManagement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of rehearsals does by itself: it asks which wave is next, and ends the
 * run.
 */
@Configuration(proxyBeanMethods = false)
class RehearsalDelegates {

    @Bean
    JavaDelegate chooseRehearsedWaveDelegate(RehearsalManagement rehearsals) {
        return (execution) -> {
            Optional<String> wave = rehearsals.next(run(execution));
            execution.setVariable("waveLeft", wave.isPresent());
            execution.setVariable("wave", wave.orElse(""));
        };
    }

    @Bean
    JavaDelegate chooseRehearsedWaveBackDelegate(RehearsalManagement rehearsals) {
        return (execution) -> {
            Optional<String> wave = rehearsals.nextBack(run(execution));
            execution.setVariable("waveLeft", wave.isPresent());
            execution.setVariable("wave", wave.orElse(""));
        };
    }

    @Bean
    JavaDelegate endRehearsalDelegate(RehearsalManagement rehearsals) {
        return (execution) -> rehearsals.end(run(execution));
    }

    private static long run(DelegateExecution execution) {
        return ((Number) execution.getVariable("run")).longValue();
    }

}
