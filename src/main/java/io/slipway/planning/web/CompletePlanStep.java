package io.slipway.planning.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.approval.Seat;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.plan.PlanDraft;
import io.slipway.planning.plan.PlanTemplates;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The release manager writes the plan, saves it as often as needed, and submits it to the
 * stakeholders whom it names.
 */
@Component
class CompletePlanStep implements Step<CompletePlanForm> {

    private final ReleaseManagement releases;

    private final PlanManagement plans;

    private final PlanForms forms;

    private final PlanRounds rounds;

    private final CollisionManagement collisions;

    CompletePlanStep(ReleaseManagement releases, PlanManagement plans, PlanForms forms, PlanRounds rounds,
            CollisionManagement collisions) {
        this.releases = releases;
        this.plans = plans;
        this.forms = forms;
        this.rounds = rounds;
        this.collisions = collisions;
    }

    @Override
    public String key() {
        return "planning/complete-plan";
    }

    @Override
    public Class<CompletePlanForm> formType() {
        return CompletePlanForm.class;
    }

    @Override
    public CompletePlanForm newForm(WorkItem item) {
        return this.forms.form(this.releases.get(item.businessKey()));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("rejections", this.rounds.rejections(item.businessKey()));
        evidence.put("collisions", this.collisions.of(release));
        evidence.put("plannedStart", release.plannedStart());
        return evidence;
    }

    @Override
    public Outcome complete(WorkItem item, CompletePlanForm form) {
        PlanDraft draft = this.forms.draft(form);
        int version = this.forms.version(form);
        if ("template".equals(form.outcome())) {
            this.plans.save(item.businessKey(), version, PlanTemplates.fill(draft));
            return Outcome.keepOpen();
        }
        if (!"submit".equals(form.outcome())) {
            this.plans.save(item.businessKey(), version,
                    "free-slot".equals(form.outcome()) ? atNextFreeSlot(item.businessKey(), draft) : draft);
            return Outcome.keepOpen();
        }
        List<Seat> seats = this.plans.submit(item.businessKey(), version, draft);
        return Outcome.of("submit")
            .with("seats", Seat.text(seats))
            .with("planRejected", false)
            .with("releaseName", draft.name())
            .with("priority", draft.type().priority());
    }

    /** The plan as typed, moved to where nothing is in its way. */
    private PlanDraft atNextFreeSlot(String key, PlanDraft draft) {
        if (draft.plannedStart() == null || draft.plannedEnd() == null) {
            throw new InvalidInputException("plannedStart", "release.collision.no-time");
        }
        Instant next = this.collisions.of(key, draft).nextFree();
        if (next == null) {
            throw new InvalidInputException("plannedStart", "release.collision.none-free");
        }
        return draft.movedTo(next);
    }

}
