package io.slipway.deployment.process;

import io.slipway.deployment.halt.HaltManagement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of deployments does by itself: it looks whether the line is stopped
 * before a deployment goes on.
 */
@Configuration(proxyBeanMethods = false)
class DeploymentDelegates {

    @Bean
    JavaDelegate checkLineDelegate(HaltManagement halts) {
        return (execution) -> execution.setVariable("lineStopped", halts.check(execution.getProcessBusinessKey()));
    }

}
