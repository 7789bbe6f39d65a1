package io.slipway.schedule;

import java.util.List;

import io.slipway.policy.ReleaseType;

/**
 * What a window or freeze applies to. An empty list means all; a deployment is concerned
 * when it matches every list that is not empty.
 *
 * @param services names of services; one in common is enough
 */
public record PeriodScope(List<String> services, List<String> environments, List<ReleaseType> types) {

    /** Everything. */
    public static final PeriodScope ALL = new PeriodScope(List.of(), List.of(), List.of());

    /**
     * Keeps copies of the lists.
     */
    public PeriodScope {
        services = List.copyOf(services);
        environments = List.copyOf(environments);
        types = List.copyOf(types);
    }

    /**
     * Tells whether a deployment is concerned.
     * @return whether it matches; names are compared without regard to case
     */
    public boolean concerns(DeploymentSlot slot) {
        return (this.types.isEmpty() || this.types.contains(slot.type()))
                && (this.environments.isEmpty() || has(this.environments, slot.environment()))
                && (this.services.isEmpty() || slot.services().stream().anyMatch((one) -> has(this.services, one)));
    }

    private static boolean has(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

}
