package io.slipway.deployment;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.Readiness.Condition;
import io.slipway.identity.PersonDirectory;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Times;
import io.slipway.workflow.Suspensions;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The condition that nobody has suspended the release; silent otherwise.
 */
@Component
@Order(5)
class SuspensionConditions implements ReadinessSource {

    private final Suspensions suspensions;

    private final PersonDirectory people;

    private final Times times;

    private final ReadinessWords words;

    SuspensionConditions(Suspensions suspensions, PersonDirectory people, Times times, ReadinessWords words) {
        this.suspensions = suspensions;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    @Override
    public List<Condition> conditions(ReleaseDetails release, Instant now) {
        return this.suspensions.of(release.key())
            .map((suspension) -> Condition.of("release-suspended", false,
                    this.words.say("deployment.unready.suspended", this.people.name(suspension.by()),
                            this.times.withZone(suspension.at()), suspension.reason()),
                    "/monitor/releases/" + release.key() + "/operations"))
            .stream()
            .toList();
    }

}
