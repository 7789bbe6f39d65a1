package io.slipway.deployment;

import io.slipway.configuration.baseline.RollbackFacts;

import org.springframework.stereotype.Component;

/**
 * Tells the configuration register which deployments were rolled back, so that the
 * records of their baseline may be restored.
 */
@Component
class RolledBackDeployments implements RollbackFacts {

    private final DeploymentRepository deployments;

    RolledBackDeployments(DeploymentRepository deployments) {
        this.deployments = deployments;
    }

    @Override
    public boolean rolledBack(String releaseKey, int attempt) {
        return this.deployments.findByReleaseKeyOrderByAttemptDesc(releaseKey)
            .stream()
            .map(Deployment::details)
            .anyMatch((deployment) -> deployment.attempt() == attempt && deployment.rolledBackAt() != null);
    }

}
