package io.slipway.planning.web;

import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.planning.AmendmentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanFiles;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.template.TemplateManagement;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab with the plan and who approved it or has to.
 */
@Tab.At(id = "plan", order = 10, template = "planning/_plan-section")
class PlanSection implements ReleaseSection {

    private final ReleaseManagement releases;

    private final CurrentPlans current;

    private final PlanManagement plans;

    private final AmendmentManagement amendments;

    private final PlanFiles files;

    private final CurrentActor currentActor;

    private final PlanRounds rounds;

    private final CollisionManagement collisions;

    private final TemplateManagement templates;

    PlanSection(ReleaseManagement releases, CurrentPlans current, PlanManagement plans, AmendmentManagement amendments,
            PlanFiles files, PlanRounds rounds, CollisionManagement collisions, TemplateManagement templates,
            CurrentActor currentActor) {
        this.releases = releases;
        this.current = current;
        this.plans = plans;
        this.amendments = amendments;
        this.files = files;
        this.currentActor = currentActor;
        this.rounds = rounds;
        this.collisions = collisions;
        this.templates = templates;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        boolean planning = release.open() && release.phase() == Phase.PLAN;
        List<PlanRounds.Vote> votes = this.rounds.votes(release);
        ReleasePlan plan = this.current.of(release);
        return Map.of("planned", plan, "votes", votes, "collisions", this.collisions.of(release), "shortages",
                planning ? this.plans.shortages(release, PlanRounds.given(votes)) : List.of(), "others",
                this.releases.find(plan.plan().times().dependencies().stream().map(Dependency::release).toList()),
                "amendable", this.amendments.amendable(release), "writable", this.files.writable(release.key()),
                "manager", this.currentActor.get().has(Role.RELEASE_MANAGER), "began",
                this.templates.usedBy(release.key()));
    }

}
