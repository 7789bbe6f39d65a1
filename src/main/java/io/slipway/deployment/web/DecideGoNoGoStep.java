package io.slipway.deployment.web;

import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.deployment.DeploymentReadiness;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The deployment manager decides on the checklist whether the deployment may begin.
 */
@StepKey(value = "deployment/decide-go-no-go", buttons = { "go", "no-go" })
class DecideGoNoGoStep implements Step<Step.Answer> {

    private final ReadinessManagement readiness;

    private final DeploymentReadiness start;

    private final ChangeManagement changes;

    private final ReleaseManagement releases;

    private final ReadinessFacts facts;

    DecideGoNoGoStep(ReadinessManagement readiness, DeploymentReadiness start, ChangeManagement changes,
            ReleaseManagement releases, ReadinessFacts facts) {
        this.readiness = readiness;
        this.start = start;
        this.changes = changes;
        this.releases = releases;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        return Map.of("facts", this.releases.checklist(release), "ready", this.start.of(release), "goDecisions",
                this.readiness.decisions(item.businessKey()), "changes", this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toGo(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        if ("go".equals(form.outcome())) {
            this.readiness.go(item.businessKey());
            return Outcome.of("go").because(form.reason()).with("go", true);
        }
        this.readiness.noGo(item.businessKey(), form.reason());
        return Outcome.of("no-go").because(form.reason()).with("go", false);
    }

}
