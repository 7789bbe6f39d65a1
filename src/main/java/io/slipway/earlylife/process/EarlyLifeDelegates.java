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

    @Bean
    JavaDelegate startEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        return (execution) -> execution.setVariable(END, earlyLife.start(execution.getProcessBusinessKey()).toString());
    }

    @Bean
    JavaDelegate extendEarlyLifeSupportDelegate(EarlyLifeManagement earlyLife) {
        return (execution) -> execution.setVariable(END,
                earlyLife.extend(execution.getProcessBusinessKey()).toString());
    }

}
