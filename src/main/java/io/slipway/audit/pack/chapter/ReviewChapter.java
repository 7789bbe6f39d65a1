package io.slipway.audit.pack.chapter;

import java.util.Optional;

import io.slipway.release.ReleaseDetails;
import io.slipway.review.ReviewDetails;
import io.slipway.review.ReviewFindings;
import io.slipway.review.ReviewManagement;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The review, and that the register of configuration items was confirmed.
 */
@Component
@Order(120)
class ReviewChapter implements Chapter.Source {

    private final ReviewManagement reviews;

    private final People people;

    ReviewChapter(ReviewManagement reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        Facts facts = Facts.none();
        this.reviews.ofRelease(release.key()).ifPresent((review) -> review(facts, review));
        this.reviews.configurationOf(release.key())
            .ifPresent((one) -> facts.with("configuration", one.updates())
                .with("configurationBy", this.people.who(one.by()))
                .with("configurationAt", one.at()));
        return facts.values().isEmpty() ? Optional.empty() : Optional.of(new Chapter("review", facts));
    }

    private void review(Facts facts, ReviewDetails one) {
        ReviewFindings findings = one.findings();
        facts.with("status", one.status())
            .with("openedAt", one.openedAt())
            .with("heldBy", this.people.who(one.heldBy()))
            .with("heldAt", one.heldAt())
            .with("decidedBy", this.people.who(one.decidedBy()))
            .with("decidedAt", one.decidedAt())
            .with("returnReason", one.returnReason());
        if (findings != null) {
            facts.with("verdict", findings.verdict())
                .with("intended", findings.intended())
                .with("happened", findings.happened())
                .with("lessons", findings.lessons());
        }
    }

}
