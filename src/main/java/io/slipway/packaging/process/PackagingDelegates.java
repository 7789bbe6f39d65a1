package io.slipway.packaging.process;

import io.slipway.packaging.PackageManagement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the model of packaging does by itself.
 */
@Configuration(proxyBeanMethods = false)
class PackagingDelegates {

    /** Tells the process whether the package is complete. */
    @Bean
    JavaDelegate assemblePackageDelegate(PackageManagement packages) {
        return (execution) -> execution.setVariable("packageComplete",
                packages.assemble(execution.getProcessBusinessKey()).isEmpty());
    }

}
