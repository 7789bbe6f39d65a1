package io.slipway.release.web;

import java.util.Map;

import io.slipway.release.PlanManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.plan.PlanDraft;
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

    CompletePlanStep(ReleaseManagement releases, PlanManagement plans, PlanForms forms, PlanRounds rounds) {
        this.releases = releases;
        this.plans = plans;
        this.forms = forms;
        this.rounds = rounds;
    }

    @Override
    public String key() {
        return "release/complete-plan";
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
        return Map.of("rejections", this.rounds.rejections(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, CompletePlanForm form) {
        PlanDraft draft = this.forms.draft(form, this.releases.get(item.businessKey()));
        int version = this.forms.version(form);
        if (!"submit".equals(form.outcome())) {
            this.plans.save(item.businessKey(), version, draft);
            return Outcome.keepOpen();
        }
        this.plans.submit(item.businessKey(), version, draft);
        return Outcome.of("submit")
            .with("approvers", String.join(",", draft.approvers()))
            .with("planRejected", false)
            .with("releaseName", draft.name())
            .with("priority", draft.type().priority());
    }

}
