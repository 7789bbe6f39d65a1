package io.slipway.review.web;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleasePart;
import io.slipway.review.OutcomeManagement;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What stands first on the page of a release that has ended: how it ended.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutcomePart implements ReleasePart {

    private final OutcomeManagement outcomes;

    OutcomePart(OutcomeManagement outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String template() {
        return "review/_outcome";
    }

    @Override
    public boolean concerns(ReleaseDetails release) {
        return !release.open();
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release) {
        return Map.of("ended", this.outcomes.of(release));
    }

}
