package io.slipway.planning.collision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.planning.plan.Dependency;
import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.DeploymentSlot;

/**
 * A planned deployment with everything that it can collide by.
 *
 * @param items keys of the configuration items it touches
 * @param people user names of those whom it counts on
 * @param start when it begins, UTC
 * @param end when it shall be done, UTC, after the start
 */
public record PlannedDeployment(String key, String name, ReleaseType type, String environment, List<String> services,
        List<String> items, List<String> people, List<Dependency> dependencies, Instant start, Instant end,
        boolean windowRequired, boolean freezeBinding) {

    /** As windows and freezes judge it. */
    public DeploymentSlot slot() {
        return new DeploymentSlot(this.key, this.type, this.services, this.environment, this.start, this.end);
    }

    /** The same deployment at another time. */
    PlannedDeployment from(Instant at) {
        return new PlannedDeployment(this.key, this.name, this.type, this.environment, this.services, this.items,
                this.people, this.dependencies, at, at.plus(length()), this.windowRequired, this.freezeBinding);
    }

    /** The same deployment, bound by that policy. */
    PlannedDeployment under(ReleasePolicy policy) {
        return new PlannedDeployment(this.key, this.name, this.type, this.environment, this.services, this.items,
                this.people, this.dependencies, this.start, this.end, policy.windowRequired(), policy.freezeBinding());
    }

    /** How long it takes. */
    public Duration length() {
        return Duration.between(this.start, this.end);
    }

    boolean overlaps(Instant from, Instant until) {
        return this.start.isBefore(until) && this.end.isAfter(from);
    }

}
