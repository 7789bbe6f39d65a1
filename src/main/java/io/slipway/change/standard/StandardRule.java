package io.slipway.change.standard;

import java.time.LocalDate;
import java.util.Set;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;

/**
 * What a standing authorisation is, and when it may be used.
 *
 * @param name what kind of change, at most 120 characters
 * @param description what is done and why it is harmless, at most 2,000 characters
 * @param services names of the services that it may touch, 1 to 20
 * @param models how it may reach production, at least one
 * @param maxRisk the highest risk at which it may be used
 * @param schemaChange whether a database schema may change
 * @param validUntil the last day on which it may be used, UTC
 * @param usesPerMonth how often it may be used in a calendar month (UTC), 1 to 1,000
 */
public record StandardRule(String name, String description, Set<String> services, Set<DeploymentModel> models,
        Risk maxRisk, boolean schemaChange, LocalDate validUntil, int usesPerMonth) {

    public StandardRule {
        services = Set.copyOf(services);
        models = Set.copyOf(models);
    }

}
