package io.slipway.earlylife.web;

import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.release.ReleaseManagement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The two steps of early life support: the watch while the period lasts, and the decision
 * when it is over. Both ask the same.
 */
@Configuration(proxyBeanMethods = false)
class SupportSteps {

    @Bean
    SupportStep watchReleaseStep(EarlyLifeManagement earlyLife, ReleaseManagement releases) {
        return new SupportStep("earlylife/watch-release", earlyLife, releases);
    }

    @Bean
    SupportStep decideOnExitStep(EarlyLifeManagement earlyLife, ReleaseManagement releases) {
        return new SupportStep("earlylife/decide-on-exit", earlyLife, releases);
    }

}
