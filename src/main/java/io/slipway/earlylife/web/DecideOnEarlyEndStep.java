package io.slipway.earlylife.web;

import java.util.List;
import java.util.Map;

import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The service owner decides whether early life support may end before the policy lets it
 * end.
 */
@StepKey(value = "earlylife/decide-on-early-end", buttons = { "end", "go-on" })
class DecideOnEarlyEndStep implements Step<Step.Answer> {

    private final EarlyLifeManagement earlyLife;

    private final IncidentManagement incidents;

    private final CurrentPlans plans;

    private final SupportFacts facts;

    DecideOnEarlyEndStep(EarlyLifeManagement earlyLife, IncidentManagement incidents, CurrentPlans plans,
            SupportFacts facts) {
        this.earlyLife = earlyLife;
        this.incidents = incidents;
        this.plans = plans;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        String release = item.businessKey();
        return Map.of("support",
                this.earlyLife.ofRelease(release).orElseThrow(() -> new NotFoundException("support-period", release)),
                "planned", this.plans.of(release), "reported", this.incidents.counts(release));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.of(item.businessKey());
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        boolean ends = "end".equals(form.outcome());
        if (ends) {
            this.earlyLife.endEarly(item.businessKey(), form.reason());
        }
        else {
            this.earlyLife.refuseEarlyEnd(item.businessKey(), form.reason());
        }
        return Outcome.of(form.outcome()).because(form.reason()).with("supportEndsEarly", ends);
    }

}
