package io.slipway.review.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.review.ReviewManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The service owner confirms the review or returns it.
 */
@StepKey(value = "review/confirm-review", buttons = { "confirm", "return" })
class ConfirmReviewStep implements Step<Step.Answer> {

    private final ReviewManagement reviews;

    private final DeploymentManagement deployments;

    ConfirmReviewStep(ReviewManagement reviews, DeploymentManagement deployments) {
        this.reviews = reviews;
        this.deployments = deployments;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        Map<String, Object> evidence = new HashMap<>();
        this.reviews.ofRelease(item.businessKey()).ifPresent((review) -> evidence.put("review", review));
        evidence.put("attempts", this.deployments.ofRelease(item.businessKey()));
        return evidence;
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        if ("confirm".equals(form.outcome())) {
            this.reviews.confirm(item.businessKey());
            return Outcome.of("confirm").because(form.reason()).with("reviewConfirmed", true);
        }
        this.reviews.sendBack(item.businessKey(), form.reason());
        return Outcome.of("return").because(form.reason()).with("reviewConfirmed", false);
    }

}
