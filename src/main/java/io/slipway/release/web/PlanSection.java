package io.slipway.release.web;

import java.util.List;
import java.util.Map;

import io.slipway.release.Phase;
import io.slipway.release.PlanManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;
import io.slipway.release.collision.CollisionManagement;
import org.springframework.stereotype.Component;

/**
 * The tab with the plan and who approved it or has to.
 */
@Component
class PlanSection implements ReleaseSection {

    private final PlanManagement plans;

    private final PlanRounds rounds;

    private final CollisionManagement collisions;

    PlanSection(PlanManagement plans, PlanRounds rounds, CollisionManagement collisions) {
        this.plans = plans;
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
        boolean planning = release.open() && release.phase() == Phase.PLAN;
        return Map.of("votes", this.rounds.votes(release), "collisions", this.collisions.of(release), "shortages",
                planning ? this.plans.shortages(release) : List.of());
    }

}
