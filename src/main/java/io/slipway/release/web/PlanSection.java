package io.slipway.release.web;

import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.release.AmendmentManagement;
import io.slipway.release.Phase;
import io.slipway.release.PlanFiles;
import io.slipway.release.PlanManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSection;
import io.slipway.release.collision.CollisionManagement;
import io.slipway.release.plan.Dependency;

import org.springframework.stereotype.Component;

/**
 * The tab with the plan and who approved it or has to.
 */
@Component
class PlanSection implements ReleaseSection {

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final AmendmentManagement amendments;

    private final PlanFiles files;

    private final CurrentActor currentActor;

    private final PlanRounds rounds;

    private final CollisionManagement collisions;

    PlanSection(ReleaseManagement releases, PlanManagement plans, AmendmentManagement amendments, PlanFiles files,
            PlanRounds rounds, CollisionManagement collisions, CurrentActor currentActor) {
        this.releases = releases;
        this.plans = plans;
        this.amendments = amendments;
        this.files = files;
        this.currentActor = currentActor;
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
        List<PlanRounds.Vote> votes = this.rounds.votes(release);
        return Map.of("votes", votes, "collisions", this.collisions.of(release), "shortages",
                planning ? this.plans.shortages(release, PlanRounds.given(votes)) : List.of(), "others",
                this.releases.find(release.plan().details().dependencies().stream().map(Dependency::release).toList()),
                "amendable", this.amendments.amendable(release), "writable", this.files.writable(release), "manager",
                this.currentActor.get().has(Role.RELEASE_MANAGER));
    }

}
