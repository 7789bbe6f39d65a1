package io.slipway.planning.web;

import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.planning.AmendmentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * Somebody who has to approve the plan approves or rejects the plan as submitted; one
 * rejection brings it back.
 */
@StepKey(value = "planning/approve-plan", buttons = { "approve", "reject" })
class ApprovePlanStep implements Step<Step.Answer> {

    private final ReleaseManagement releases;

    private final AmendmentManagement amendments;

    private final PlanManagement plans;

    private final CurrentPlans current;

    private final PlanRounds rounds;

    private final PlanFacts facts;

    private final CurrentActor currentActor;

    ApprovePlanStep(ReleaseManagement releases, AmendmentManagement amendments, PlanManagement plans,
            CurrentPlans current, PlanRounds rounds, PlanFacts facts, CurrentActor currentActor) {
        this.releases = releases;
        this.amendments = amendments;
        this.plans = plans;
        this.current = current;
        this.rounds = rounds;
        this.facts = facts;
        this.currentActor = currentActor;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails planned = this.releases.get(item.businessKey());
        return Map.of("planned", this.current.of(planned), "changes", this.amendments.sinceJudged(planned), "votes",
                this.rounds.votes(planned), "rejections", this.rounds.rejections(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toApprove(this.releases.get(item.businessKey()), item);
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        Role role = item.roleOf(this.currentActor.get());
        if ("reject".equals(form.outcome())) {
            this.plans.reject(item.businessKey(), role, form.reason());
            return Outcome.of("reject").because(form.reason()).with("planRejected", true);
        }
        this.plans.approve(item.businessKey(), role, form.reason());
        return Outcome.of("approve").because(form.reason());
    }

}
