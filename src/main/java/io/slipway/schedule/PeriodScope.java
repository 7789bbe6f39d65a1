package io.slipway.schedule;

import java.util.List;
import java.util.stream.Collectors;

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

    /** Keeps copies of the lists. */
    public PeriodScope {
        services = List.copyOf(services);
        environments = List.copyOf(environments);
        types = List.copyOf(types);
    }

    /**
     * What columns keep, with one name to a line.
     * @param services the services, as {@link #lines} writes them; likewise the others
     */
    public static PeriodScope ofLines(String services, String environments, String types) {
        return new PeriodScope(services.lines().toList(), environments.lines().toList(),
                types.lines().map(ReleaseType::valueOf).toList());
    }

    /**
     * Writes names as a column keeps them.
     * @return one to a line; empty if there are none
     */
    public static String lines(List<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining("\n"));
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
