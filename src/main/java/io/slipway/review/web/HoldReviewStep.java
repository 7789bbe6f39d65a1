package io.slipway.review.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.review.OutcomeManagement;
import io.slipway.review.ReviewDetails;
import io.slipway.review.ReviewManagement;
import io.slipway.review.ReviewVerdict;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The release manager records what the review found.
 */
@StepKey(value = "review/hold-review", buttons = "hold")
class HoldReviewStep implements Step<HoldReviewForm> {

    private final ReviewManagement reviews;

    private final DeploymentManagement deployments;

    private final EarlyLifeManagement earlyLife;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final OutcomeManagement outcomes;

    HoldReviewStep(ReviewManagement reviews, DeploymentManagement deployments, EarlyLifeManagement earlyLife,
            ReleaseManagement releases, CurrentPlans plans, OutcomeManagement outcomes) {
        this.reviews = reviews;
        this.deployments = deployments;
        this.earlyLife = earlyLife;
        this.releases = releases;
        this.plans = plans;
        this.outcomes = outcomes;
    }

    @Override
    public HoldReviewForm newForm(WorkItem item) {
        ReleaseDetails reviewed = this.releases.get(item.businessKey());
        return this.reviews.ofRelease(item.businessKey())
            .map(ReviewDetails::findings)
            .map(HoldReviewForm::of)
            .orElseGet(() -> HoldReviewForm.first(reviewed, this.plans.of(reviewed).plan().scope().scope(),
                    this.outcomes.told(reviewed)));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("verdicts", ReviewVerdict.values());
        evidence.put("reviewed", this.releases.get(item.businessKey()));
        evidence.put("attempts", this.deployments.ofRelease(item.businessKey()));
        this.earlyLife.ofRelease(item.businessKey()).ifPresent((support) -> evidence.put("support", support));
        this.reviews.ofRelease(item.businessKey()).ifPresent((review) -> evidence.put("review", review));
        return evidence;
    }

    @Override
    public Outcome complete(WorkItem item, HoldReviewForm form) {
        this.reviews.hold(item.businessKey(), form.toCommand());
        return Outcome.of("hold");
    }

}
