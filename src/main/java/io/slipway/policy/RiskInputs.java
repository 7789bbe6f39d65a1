package io.slipway.policy;

import io.slipway.configuration.Criticality;
import org.jspecify.annotations.Nullable;

/**
 * What the risk of a change is assessed by.
 *
 * @param criticality the highest of the affected configuration items; null if one of the
 * services is not registered, or none is named
 * @param items how many configuration items are affected
 * @param rollbackRehearsed whether the rollback plan was rehearsed with success
 * @param recentFailures failed or rolled back deployments of the services in the last 90
 * days
 */
public record RiskInputs(@Nullable Criticality criticality, int items, ReleaseType type, DeploymentModel model,
        boolean rollbackRehearsed, boolean schemaChange, int recentFailures) {
}
