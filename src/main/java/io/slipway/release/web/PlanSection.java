package io.slipway.release.web;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;
import org.springframework.stereotype.Component;

/**
 * The tab with the plan and the word of each stakeholder on it.
 */
@Component
class PlanSection implements ReleaseSection {

    private final PlanRounds rounds;

    PlanSection(PlanRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String id() {
        return "plan";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "release/_plan-section";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("votes", this.rounds.votes(release));
    }

}
