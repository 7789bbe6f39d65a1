package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeManagement;
import io.slipway.change.EmergencyReview;
import io.slipway.release.ReleaseDetails;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The change records: risk, plans, what is affected, and who authorised what.
 */
@Component
@Order(90)
class ChangeChapter implements Chapter.Source {

    private final ChangeManagement changes;

    private final People people;

    ChangeChapter(ChangeManagement changes, People people) {
        this.changes = changes;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        List<Facts> all = this.changes.allOfRelease(release.key()).stream().map(this::change).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Chapter("change", Facts.none().with("changes", all)));
    }

    private Facts change(ChangeDetails one) {
        EmergencyReview emergency = one.emergency();
        Facts facts = Facts.none()
            .with("number", one.number())
            .with("title", one.content().title())
            .with("type", one.content().type())
            .with("status", one.status())
            .with("risk", one.risk().risk())
            .with("riskReasons", one.risk().reasons())
            .with("riskVersion", one.risk().riskVersion())
            .with("rows", one.risk().rows())
            .with("environment", one.scope().environment())
            .with("plannedStart", one.scope().plannedStart())
            .with("plannedEnd", one.scope().plannedEnd())
            .with("digest", one.scope().digest())
            .with("items", one.items().stream().map((item) -> item.key()).toList())
            .with("implementationPlan", one.content().implementationPlan())
            .with("verificationPlan", one.content().verificationPlan())
            .with("backOutPlan", one.content().backOutPlan())
            .with("decisions",
                    one.decisions()
                        .stream()
                        .map((decision) -> Facts.none()
                            .with("action", decision.action())
                            .with("by", this.people.who(decision.actor()))
                            .with("role", decision.role())
                            .with("at", decision.at())
                            .with("reason", decision.reason())
                            .with("conditions", decision.conditions()))
                        .toList());
        return (emergency == null) ? facts
                : facts.with("emergencyVerdict", emergency.verdict())
                    .with("emergencyFindings", emergency.findings())
                    .with("emergencyReviewer", this.people.who(emergency.reviewer()))
                    .with("emergencyReviewedAt", emergency.reviewedAt());
    }

}
