package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager verifies that the deployed release works.
 */
@StepKey(value = "deployment/verify-deployment", buttons = { "verified", "not-verified" })
class VerifyDeploymentStep implements Step<VerifyDeploymentForm> {

    private final DeploymentManagement deployments;

    private final ChangeManagement changes;

    private final ReadinessFacts facts;

    private final ReleaseManagement releases;

    VerifyDeploymentStep(DeploymentManagement deployments, ChangeManagement changes, ReadinessFacts facts,
            ReleaseManagement releases) {
        this.deployments = deployments;
        this.changes = changes;
        this.facts = facts;
        this.releases = releases;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("attempts", this.deployments.ofRelease(item.businessKey()), "changes",
                this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofAttempt(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, VerifyDeploymentForm form) {
        if ("verified".equals(form.outcome())) {
            this.deployments.verify(item.businessKey(), form.checks());
            return Outcome.of("verified").with("deploymentVerified", true);
        }
        this.deployments.refute(item.businessKey(), form.checks());
        return Outcome.of("not-verified").because(form.checks()).with("deploymentVerified", false);
    }

}
