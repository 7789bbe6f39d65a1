package io.slipway.audit.access.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.audit.access.AccessCount;
import io.slipway.audit.access.AccessReviewManagement;
import io.slipway.ui.Messages;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * An administrator has decided on everybody's access, or somebody else on that of this
 * administrator.
 */
@StepKey(value = { "audit/review-access", "audit/confirm-access" }, buttons = { "reviewed", "confirm" })
class ReviewAccessStep implements Step<Step.Answer> {

    private final AccessReviewManagement reviews;

    private final Messages words;

    ReviewAccessStep(AccessReviewManagement reviews, Messages words) {
        this.reviews = reviews;
        this.words = words;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        long id = id(item);
        return Map.of("review", id, "count", this.reviews.count(id));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        long id = id(item);
        AccessCount count = this.reviews.count(id);
        String page = "/audit/access-reviews/" + id;
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(
                new DecidingFact((count.waiting() > 0) ? Weight.BAD : Weight.GOOD, this.words.text("audit.access.rows"),
                        this.words.text("audit.access.fact.undecided", count.waiting(), count.rows()), page));
        if (count.own() > 0) {
            facts.add(new DecidingFact(Weight.NOTE, this.words.text("audit.access.fact.own.label"),
                    this.words.text("audit.access.fact.own", count.own()), null));
        }
        facts.add(new DecidingFact((count.fresh() > 0) ? Weight.WARN : Weight.GOOD,
                this.words.text("audit.access.fact.fresh.label"),
                this.words.text("audit.access.fact.fresh", count.fresh()), page));
        if (count.revoked() > 0) {
            facts.add(new DecidingFact(Weight.NOTE, this.words.text("audit.access.decision.REVOKED"),
                    this.words.text("audit.access.fact.revoked", count.revoked()), page));
        }
        return facts;
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        boolean left = this.reviews.complete(item);
        return Outcome.of(form.outcome()).because(form.reason()).with("left", left);
    }

    private static long id(WorkItem item) {
        return Long.parseLong(item.businessKey().substring(item.businessKey().indexOf(':') + 1));
    }

}
