package io.slipway.deployment;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The condition that no other deployment of the same service runs in the same
 * environment.
 */
@Component
@Order(20)
class RunningConditions implements ReadinessSource {

    private final RunningDeployments running;

    private final ReadinessWords words;

    RunningConditions(RunningDeployments running, ReadinessWords words) {
        this.running = running;
        this.words = words;
    }

    @Override
    public List<Condition> conditions(ReleaseDetails release, Instant now) {
        return this.running.inTheWayOf(release)
            .map((other) -> Condition.of("one-deployment-per-service", false,
                    this.words.say("deployment.unready.running", other.releaseKey(), other.service()),
                    "/releases/" + other.releaseKey() + "/deployment"))
            .map(List::of)
            .orElseGet(() -> List.of(Condition.of("one-deployment-per-service", true,
                    this.words.say("deployment.ready.running"), "/releases/" + release.key() + "/deployment")));
    }

}
