package io.slipway.review.web;

import java.util.Map;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.review.ReviewManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The configuration manager confirms that the CMDB shows what is in production.
 */
@StepKey(value = "review/confirm-configuration", buttons = "confirm")
class ConfirmConfigurationStep implements Step<ConfirmConfigurationForm> {

    private final ReviewManagement reviews;

    private final DeploymentManagement deployments;

    private final ReleaseManagement releases;

    ConfirmConfigurationStep(ReviewManagement reviews, DeploymentManagement deployments, ReleaseManagement releases) {
        this.reviews = reviews;
        this.deployments = deployments;
        this.releases = releases;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("reviewed", this.releases.get(item.businessKey()), "attempts",
                this.deployments.ofRelease(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, ConfirmConfigurationForm form) {
        this.reviews.confirmConfiguration(item.businessKey(), form.updates(), "true".equals(form.confirmed()));
        return Outcome.of("confirm");
    }

}
