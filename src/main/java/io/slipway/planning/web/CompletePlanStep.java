package io.slipway.planning.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.approval.Seat;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.editor.DeploymentPart;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanTemplates;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The release manager writes the plan step by step, each saved by itself, and submits it
 * to the stakeholders whom it names.
 */
@StepKey(value = "planning/complete-plan",
        buttons = { "save", "free-slot", "template", "submit", DeploymentPart.BUTTONS })
class CompletePlanStep implements Step<CompletePlanForm> {

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final CurrentPlans current;

    private final PlanRounds rounds;

    private final PlanSteps steps;

    private final CollisionManagement collisions;

    private final Times times;

    private final PlanFacts facts;

    CompletePlanStep(ReleaseManagement releases, PlanManagement plans, CurrentPlans current, PlanRounds rounds,
            PlanSteps steps, CollisionManagement collisions, Times times, PlanFacts facts) {
        this.releases = releases;
        this.plans = plans;
        this.current = current;
        this.rounds = rounds;
        this.steps = steps;
        this.collisions = collisions;
        this.times = times;
        this.facts = facts;
    }

    @Override
    public String part(WorkItem item, String asked) {
        return item.open() ? this.steps.part(this.releases.get(item.businessKey()), asked) : "";
    }

    @Override
    public CompletePlanForm newForm(WorkItem item) {
        return newForm(item, "");
    }

    @Override
    public CompletePlanForm newForm(WorkItem item, String part) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        return CompletePlanForm.of(part, release.version(), this.current.of(release).plan(), this.times);
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("rejections", this.rounds.rejections(item.businessKey()));
        evidence.put("collisions", this.collisions.of(release));
        evidence.put("plannedStart", release.plannedStart());
        evidence.put("steps", this.steps.of(release));
        evidence.put("planned", this.current.of(release));
        return evidence;
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toComplete(this.releases.get(item.businessKey()));
    }

    /** What cannot be read yet leaves the plan as it is kept. */
    @Override
    public List<DecidingFact> deciding(WorkItem item, CompletePlanForm form) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        InputCheck check = new InputCheck();
        Plan draft = check.read(() -> form.toPlan(this.current.of(release).plan(), this.times, check));
        return (draft != null && check.problems().isEmpty()) ? this.facts.toComplete(release, draft)
                : this.facts.toComplete(release);
    }

    @Override
    public Outcome complete(WorkItem item, CompletePlanForm form) {
        String key = item.businessKey();
        int version = form.seen();
        InputCheck check = new InputCheck();
        Plan plan = form.toPlan(this.current.of(key).plan(), this.times, check);
        if (!"submit".equals(form.outcome())) {
            check.finish(() -> this.plans.save(key, version, changed(form, key, plan)));
            return Outcome.keepOpen();
        }
        List<Seat> seats = check.finish(() -> this.plans.submit(key, version, plan));
        return Outcome.of("submit")
            .with("seats", Seat.text(seats))
            .with("planRejected", false)
            .with("releaseName", plan.scope().name())
            .with("priority", plan.scope().type().priority());
    }

    private Plan changed(CompletePlanForm form, String key, Plan plan) {
        return switch (form.outcome()) {
            case "template" -> PlanTemplates.fill(plan);
            case "free-slot" -> atNextFreeSlot(key, plan);
            default -> DeploymentPart.press(form.outcome(), form.part(), plan);
        };
    }

    /** The plan as typed, moved to where nothing is in its way. */
    private Plan atNextFreeSlot(String key, Plan plan) {
        if (plan.times().plannedStart() == null || plan.times().plannedEnd() == null) {
            throw new InvalidInputException("plannedStart", "planning.collision.no-time");
        }
        Instant next = this.collisions.of(key, plan).nextFree();
        if (next == null) {
            throw new InvalidInputException("plannedStart", "planning.collision.none-free");
        }
        return plan.withTimes(plan.times().from(next));
    }

}
