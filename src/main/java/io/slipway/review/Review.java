package io.slipway.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.slipway.identity.Act;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The post-implementation review of a release. Each transition refuses, with an
 * {@link IllegalStateException}, to happen where the status does not allow it.
 */
@Entity
@Table(name = "reviews")
class Review {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String releaseKey;

    @Column(updatable = false)
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.OPEN;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewVerdict verdict;

    private String intended = "";

    private String happened = "";

    @ElementCollection
    @CollectionTable(name = "review_lessons", joinColumns = @JoinColumn(name = "review_id"))
    @OrderColumn(name = "position")
    @Column(name = "lesson")
    private List<String> lessons = new ArrayList<>();

    private @Nullable String heldBy;

    private @Nullable Instant heldAt;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String returnReason;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected Review() {
    }

    Review(String releaseKey, Instant openedAt) {
        this.releaseKey = releaseKey;
        this.openedAt = openedAt;
    }

    void hold(ReviewFindings findings, Act act) {
        expect(ReviewStatus.OPEN);
        this.verdict = findings.verdict();
        this.intended = findings.intended();
        this.happened = findings.happened();
        this.lessons.clear();
        this.lessons.addAll(findings.lessons());
        this.heldBy = act.by();
        this.heldAt = act.at();
        this.status = ReviewStatus.HELD;
    }

    void confirm(Act act) {
        decide(ReviewStatus.CONFIRMED, act);
    }

    void sendBack(String reason, Act act) {
        decide(ReviewStatus.OPEN, act);
        this.returnReason = reason;
    }

    private void decide(ReviewStatus next, Act act) {
        expect(ReviewStatus.HELD);
        this.decidedBy = act.by();
        this.decidedAt = act.at();
        this.status = next;
    }

    private void expect(ReviewStatus expected) {
        if (this.status != expected) {
            throw new IllegalStateException("The review of " + this.releaseKey + " is " + this.status);
        }
    }

    ReviewDetails details() {
        ReviewFindings findings = (this.verdict != null)
                ? new ReviewFindings(this.verdict, this.intended, this.happened, List.copyOf(this.lessons)) : null;
        return new ReviewDetails(this.status, this.openedAt, findings, this.heldBy, this.heldAt, this.decidedBy,
                this.decidedAt, this.returnReason);
    }

}
