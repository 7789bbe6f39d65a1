package io.slipway.deployment.web;

import java.time.Clock;
import java.util.Map;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The release manager tells everyone whom the communication plan names.
 */
@StepKey(value = "deployment/announce-deployment", buttons = "announced")
class AnnounceDeploymentStep implements Step<AnnounceDeploymentForm> {

    private final ReadinessManagement readiness;

    private final ReleaseManagement releases;

    private final Times times;

    private final Clock clock;

    private final CurrentPlans plans;

    AnnounceDeploymentStep(ReadinessManagement readiness, ReleaseManagement releases, Times times, Clock clock,
            CurrentPlans plans) {
        this.readiness = readiness;
        this.releases = releases;
        this.times = times;
        this.clock = clock;
        this.plans = plans;
    }

    @Override
    public AnnounceDeploymentForm newForm(WorkItem item) {
        ReleaseDetails planned = this.releases.get(item.businessKey());
        return new AnnounceDeploymentForm("", "", this.plans.of(planned).plan().communication().communicationPlan(),
                this.times.toInputText(this.clock.instant()), "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("planned", this.plans.of(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, AnnounceDeploymentForm form) {
        InputCheck check = new InputCheck();
        DeploymentAnnouncement stated = new DeploymentAnnouncement(form.audience(), form.channel(), form.text(),
                this.times.read(check, "announcedAt", form.announcedAt()));
        check.finish(() -> this.readiness.announce(item.businessKey(), stated));
        return Outcome.of("announced");
    }

}
