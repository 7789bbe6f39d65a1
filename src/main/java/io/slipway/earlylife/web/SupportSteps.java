package io.slipway.earlylife.web;

import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.incident.IncidentManagement;
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
    SupportStep watchReleaseStep(EarlyLifeManagement earlyLife, ReleaseManagement releases,
            IncidentManagement incidents) {
        return new SupportStep("earlylife/watch-release", earlyLife, releases, incidents);
    }

    @Bean
    SupportStep decideOnExitStep(EarlyLifeManagement earlyLife, ReleaseManagement releases,
            IncidentManagement incidents) {
        return new SupportStep("earlylife/decide-on-exit", earlyLife, releases, incidents);
    }

}
