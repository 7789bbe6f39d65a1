package io.slipway.audit.pack.chapter;

import java.util.Optional;

import io.slipway.release.ReleaseDetails;
import io.slipway.review.OutcomeManagement;
import io.slipway.review.ReleaseOutcome;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which release it is, how it stands or ended, and in what it differed.
 */
@Component
@Order(10)
class ReleaseChapter implements Chapter.Source {

    private final OutcomeManagement outcomes;

    private final People people;

    ReleaseChapter(OutcomeManagement outcomes, People people) {
        this.outcomes = outcomes;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        ReleaseOutcome outcome = this.outcomes.of(release);
        return Optional.of(new Chapter("release",
                Facts.none()
                    .with("key", release.key())
                    .with("name", release.name())
                    .with("type", release.type())
                    .with("model", release.model())
                    .with("owner", this.people.who(release.owner()))
                    .with("services", release.services())
                    .with("environment", release.environment())
                    .with("phase", release.phase())
                    .with("status", release.status())
                    .with("registeredAt", release.registeredAt())
                    .with("plannedStart", release.plannedStart())
                    .with("plannedEnd", release.plannedEnd())
                    .with("started", outcome.started())
                    .with("finished", outcome.finished())
                    .with("attempts", outcome.attempts())
                    .with("rolledBackAt", release.rolledBackAt())
                    .with("endedAt", release.endedAt())
                    .with("endReason", release.endReason())
                    .with("verdict", outcome.verdict())
                    .with("confirmedBy", this.people.who(outcome.confirmedBy()))
                    .with("deviations",
                            outcome.deviations()
                                .stream()
                                .map((one) -> Facts.none().with("kind", one.kind()).with("told", one.reason()))
                                .toList())));
    }

}
