package io.slipway.review.web;

import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
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

    private final PackageManagement packages;

    ConfirmConfigurationStep(ReviewManagement reviews, DeploymentManagement deployments, ReleaseManagement releases,
            PackageManagement packages) {
        this.packages = packages;
        this.reviews = reviews;
        this.deployments = deployments;
        this.releases = releases;
    }

    @Override
    public ConfirmConfigurationForm newForm(WorkItem item) {
        ReleaseDetails reviewed = this.releases.get(item.businessKey());
        String updates = (reviewed.rolledBackAt() != null) ? ""
                : this.packages.get(reviewed.key())
                    .units()
                    .stream()
                    .map((unit) -> unit.name() + " " + unit.version())
                    .collect(Collectors.joining("\n"));
        return new ConfirmConfigurationForm(updates, "", "");
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
