package io.slipway.deployment.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.slipway.deployment.DeploymentAnnouncement;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.input.InputCheck;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Plan;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
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

    private final Messages messages;

    private final SentAnnouncements sent;

    AnnounceDeploymentStep(ReadinessManagement readiness, ReleaseManagement releases, Times times, Clock clock,
            CurrentPlans plans, Messages messages, SentAnnouncements sent) {
        this.readiness = readiness;
        this.releases = releases;
        this.times = times;
        this.clock = clock;
        this.plans = plans;
        this.messages = messages;
        this.sent = sent;
    }

    @Override
    public AnnounceDeploymentForm newForm(WorkItem item) {
        ReleaseDetails planned = this.releases.get(item.businessKey());
        Plan.Communication said = this.plans.of(planned).plan().communication();
        return new AnnounceDeploymentForm(all(said, (one) -> one.audience().stream()),
                String.join(", ",
                        all(said, (one) -> Stream.of(this.messages.text("release.plan.channel." + one.channel())))),
                said.communicationPlan(), this.times.toInputText(this.clock.instant()), "");
    }

    private static List<String> all(Plan.Communication said, Function<Announcement, Stream<String>> part) {
        return said.announcements().stream().flatMap(part).distinct().toList();
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("planned", this.plans.of(item.businessKey()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return List.of(this.sent.fact(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, AnnounceDeploymentForm form) {
        InputCheck check = new InputCheck();
        DeploymentAnnouncement stated = new DeploymentAnnouncement(form.told(), form.channel(), form.text(),
                this.times.read(check, "announcedAt", form.announcedAt()));
        check.finish(() -> this.readiness.announce(item.businessKey(), stated));
        return Outcome.of("announced");
    }

}
