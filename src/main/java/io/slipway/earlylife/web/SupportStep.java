package io.slipway.earlylife.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportDetails;
import io.slipway.earlylife.Watch;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.CurrentPlans;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * Operations notes how a live release does, and hands it over, extends its support or has
 * it rolled back: while the support period lasts, and when it is over.
 */
@StepKey(value = { "earlylife/watch-release", "earlylife/decide-on-exit" },
        buttons = { "save", "exit", "extend", "roll-back" })
class SupportStep implements Step<SupportForm> {

    private final EarlyLifeManagement earlyLife;

    private final IncidentManagement incidents;

    private final CurrentPlans plans;

    private final SupportFacts facts;

    private final Clock clock;

    SupportStep(EarlyLifeManagement earlyLife, IncidentManagement incidents, CurrentPlans plans, SupportFacts facts,
            Clock clock) {
        this.clock = clock;
        this.earlyLife = earlyLife;
        this.incidents = incidents;
        this.plans = plans;
        this.facts = facts;
    }

    @Override
    public SupportForm newForm(WorkItem item) {
        return SupportForm.of(support(item));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        SupportDetails support = support(item);
        Instant least = support.leastEndsAt();
        return Map.of("support", support, "planned", this.plans.of(item.businessKey()), "reported",
                this.incidents.counts(item.businessKey()), "early",
                least != null && this.clock.instant().isBefore(least));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.of(item.businessKey());
    }

    @Override
    public Outcome complete(WorkItem item, SupportForm form) {
        refuseStale(item, form);
        String release = item.businessKey();
        Watch watch = form.toWatch();
        return switch (form.outcome()) {
            case "exit" -> {
                boolean ended = this.earlyLife.handOver(release, watch, form.reason());
                yield Outcome.of("exit")
                    .because(form.reason())
                    .with("supportDecision", "exit")
                    .with("earlyEndAsked", !ended);
            }
            case "extend" -> {
                this.earlyLife.orderExtension(release, watch, FormText.number(form.days()), form.reason());
                yield Outcome.of("extend").because(form.reason()).with("supportDecision", "extend");
            }
            case "roll-back" -> {
                this.earlyLife.giveUp(release, watch, form.reason());
                yield Outcome.of("roll-back")
                    .because(form.reason())
                    .with("supportDecision", "roll-back")
                    .with("endReason", form.reason());
            }
            default -> {
                this.earlyLife.observe(release, watch);
                yield Outcome.keepOpen();
            }
        };
    }

    private void refuseStale(WorkItem item, SupportForm form) {
        SupportDetails now = support(item);
        if (!form.shows(now)) {
            throw new StaleFormException("/tasks/" + item.id(), values(SupportForm.of(now)), values(form));
        }
    }

    private static Map<String, String> values(SupportForm form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.toWatch()
            .criteria()
            .forEach((state) -> values.put("earlylife.criterion." + state.criterion(),
                    (state.met() ? "✓ " : "– ") + state.note()));
        values.put("earlylife.priority1", form.priority1());
        values.put("earlylife.priority2", form.priority2());
        values.put("earlylife.priority3", form.priority3());
        values.put("earlylife.priority4", form.priority4());
        return values;
    }

    private SupportDetails support(WorkItem item) {
        return this.earlyLife.ofRelease(item.businessKey())
            .orElseThrow(() -> new NotFoundException("support-period", item.businessKey()));
    }

}
