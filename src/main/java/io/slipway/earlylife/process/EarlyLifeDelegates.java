package io.slipway.earlylife.process;

import io.slipway.earlylife.EarlyLifeManagement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of early life support does by itself; it tells the process when the
 * support period ends.
 */
@Configuration(proxyBeanMethods = false)
class EarlyLifeDelegates {

    private static final String END = "supportEndsAt";

    /**
     * A model says by {@code leastTime} that it can ask for an earlier end; one from
     * before lets operations end support as before.
     */
    @Bean
    JavaDelegate startEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        return (execution) -> execution.setVariable(END,
                earlyLife.start(execution.getProcessBusinessKey(), execution.hasVariable("leastTime")).toString());
    }

    @Bean
    JavaDelegate continueEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        return (execution) -> earlyLife.goOn(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate extendEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        return (execution) -> execution.setVariable(END,
                earlyLife.extend(execution.getProcessBusinessKey()).toString());
    }

}
