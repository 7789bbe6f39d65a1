package io.slipway.change.standard;

import java.time.LocalDate;
import java.util.Set;

import io.slipway.input.InputCheck;
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

    private static final int NAME = 120;

    private static final int DESCRIPTION = 2000;

    private static final int SERVICE = 200;

    private static final int MOST_SERVICES = 20;

    private static final int MOST_USES = 1000;

    public StandardRule {
        services = Set.copyOf(services);
        models = Set.copyOf(models);
    }

    /** Without blanks around its texts; notes what is missing, too long or too much. */
    StandardRule sound(InputCheck check) {
        check.refuseIf(
                this.services.isEmpty() || this.services.size() > MOST_SERVICES
                        || this.services.stream()
                            .anyMatch((service) -> service.isBlank() || service.length() > SERVICE),
                "services", "change.standard.services.missing");
        check.refuseIf(this.models.isEmpty(), "models", "change.standard.models.missing");
        check.given("maxRisk", this.maxRisk, "change.standard.maxRisk.missing");
        check.given("validUntil", this.validUntil, "change.standard.validUntil.missing");
        check.between("usesPerMonth", this.usesPerMonth, 1, MOST_USES);
        return new StandardRule(check.required("name", this.name, NAME, "change.standard.name.missing"),
                check.required("description", this.description, DESCRIPTION, "change.standard.description.missing"),
                this.services, this.models, this.maxRisk, this.schemaChange, this.validUntil, this.usesPerMonth);
    }

}
