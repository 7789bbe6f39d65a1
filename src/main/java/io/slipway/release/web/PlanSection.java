package io.slipway.release.web;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;
import io.slipway.release.collision.CollisionManagement;
import org.springframework.stereotype.Component;

/**
 * The tab with the plan and the word of each stakeholder on it.
 */
@Component
class PlanSection implements ReleaseSection {

    private final PlanRounds rounds;

    private final CollisionManagement collisions;

    PlanSection(PlanRounds rounds, CollisionManagement collisions) {
        this.rounds = rounds;
        this.collisions = collisions;
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
        return Map.of("votes", this.rounds.votes(release), "collisions", this.collisions.of(release));
    }

}
