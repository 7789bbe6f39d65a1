package io.slipway.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleasePart;
import io.slipway.review.OutcomeManagement;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.seen.SeenDecision;
import io.slipway.workflow.seen.SeenDecisions;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What stands first on the page of a release that has ended: how it ended.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutcomePart implements ReleasePart {

    /** The steps that decide whether a release goes on, by their form keys. */
    private static final Set<String> DECISIONS = Set.of("planning/approve-plan", "validation/approve-waiver",
            "permit/approve-waiver", "schedule/approve-freeze-exception", "permit/approve-freeze-exception",
            "validation/assess-test-results", "change/authorise-change", "change/authorise-emergency-change",
            "deployment/decide-go-no-go", "deployment/verify-deployment", "deployment/decide-on-failure",
            "earlylife/decide-on-exit", "earlylife/decide-on-early-end", "review/confirm-review");

    private final OutcomeManagement outcomes;

    private final WorkItems workItems;

    private final SeenDecisions seen;

    OutcomePart(OutcomeManagement outcomes, WorkItems workItems, SeenDecisions seen) {
        this.outcomes = outcomes;
        this.workItems = workItems;
        this.seen = seen;
    }

    @Override
    public String template() {
        return "review/_outcome";
    }

    @Override
    public boolean concerns(ReleaseDetails release) {
        return !release.open();
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release) {
        return Map.of("ended", this.outcomes.of(release), "decided", decided(release.key()));
    }

    private List<Decided> decided(String release) {
        Map<String, SeenDecision> seen = this.seen.ofRelease(release)
            .stream()
            .collect(Collectors.toMap(SeenDecision::workItemId, Function.identity()));
        return this.workItems.decisionsOf(release)
            .stream()
            .filter((item) -> DECISIONS.contains(item.form()))
            .map((item) -> new Decided(item, seen.get(item.id())))
            .toList();
    }

}
