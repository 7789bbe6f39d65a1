package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The plan as it stands, with the digest to which approvals are bound.
 */
@Component
@Order(20)
class PlanChapter implements Chapter.Source {

    private final CurrentPlans plans;

    private final People people;

    PlanChapter(CurrentPlans plans, People people) {
        this.plans = plans;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        ReleasePlan kept = this.plans.of(release);
        Plan plan = kept.plan();
        PlanPolicy policy = kept.policy();
        return Optional.of(new Chapter("plan",
                Facts.none()
                    .with("revision", kept.revision())
                    .with("digest", kept.digest())
                    .with("submittedBy", this.people.who(kept.submittedBy()))
                    .with("submittedAt", kept.submittedAt())
                    .with("approvedAt", kept.approvedAt())
                    .with("risk", (policy != null) ? policy.risk() : null)
                    .with("scope", plan.scope().scope())
                    .with("services", plan.scope().services())
                    .with("items", plan.scope().items())
                    .with("environment", plan.scope().environment())
                    .with("schemaChange", plan.scope().schemaChange())
                    .with("plannedStart", plan.times().plannedStart())
                    .with("plannedEnd", plan.times().plannedEnd())
                    .with("rollbackCriteria", plan.wayBack().rollbackCriteria())
                    .with("rollbackPlan", plan.wayBack().rollbackPlan())
                    .with("backups", plan.wayBack().backups())
                    .with("communicationPlan", plan.communication().communicationPlan())
                    .with("supportDays", plan.support().supportDays())
                    .with("approvers", this.people.all(plan.people().approvers()))
                    .with("dependencies", dependencies(plan))
                    .with("announcements", announcements(plan))
                    .with("people", people(plan))));
    }

    private static List<Facts> dependencies(Plan plan) {
        return plan.times()
            .dependencies()
            .stream()
            .map((one) -> Facts.none().with("kind", one.kind()).with("release", one.release()))
            .toList();
    }

    private static List<Facts> announcements(Plan plan) {
        return plan.communication()
            .announcements()
            .stream()
            .map((one) -> Facts.none()
                .with("audience", one.audience())
                .with("channel", one.channel())
                .with("due", one.dueAt(plan.times().plannedStart(), plan.times().plannedEnd()))
                .with("text", one.text()))
            .toList();
    }

    private List<Facts> people(Plan plan) {
        return plan.people()
            .people()
            .stream()
            .map((one) -> Facts.none().with("role", one.role()).with("person", this.people.who(one.userName())))
            .toList();
    }

}
