package io.slipway.review;

import java.util.List;

import io.slipway.release.ReleaseClosed;
import io.slipway.release.ReleaseManagement;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes with a release, when it ends, in which ways it deviated, so that lists find it by
 * that.
 */
@Component
class EndedDeviations {

    private final OutcomeManagement outcomes;

    private final ReleaseManagement releases;

    EndedDeviations(OutcomeManagement outcomes, ReleaseManagement releases) {
        this.outcomes = outcomes;
        this.releases = releases;
    }

    @EventListener
    void on(ReleaseClosed event) {
        List<String> kinds = this.outcomes.deviations(this.releases.get(event.key()))
            .stream()
            .map((deviation) -> deviation.kind().name())
            .distinct()
            .toList();
        this.releases.recordDeviations(event.key(), kinds);
    }

}
