package io.slipway.schedule.exception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
 * The exception of one release from one or more freezes, from its request to its review.
 */
@Entity
@Table(name = "freeze_exceptions")
class FreezeException {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String releaseKey = "";

    @Column(updatable = false)
    private String releaseName = "";

    @Column(updatable = false)
    private String reason = "";

    private Instant expiresAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private ExceptionStatus status = ExceptionStatus.REQUESTED;

    @Column(updatable = false)
    private String requestedBy = "";

    @Column(updatable = false)
    private Instant requestedAt = Instant.EPOCH;

    private @Nullable Instant decidedAt;

    private @Nullable Boolean worth;

    private @Nullable String lesson;

    private @Nullable String reviewedBy;

    private @Nullable Instant reviewedAt;

    @ElementCollection
    @CollectionTable(name = "freeze_exception_freezes", joinColumns = @JoinColumn(name = "exception_id"))
    @Column(name = "period_id")
    private Set<Long> freezes = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "freeze_exception_votes", joinColumns = @JoinColumn(name = "exception_id"))
    @OrderColumn(name = "position")
    private List<ExceptionVote> votes = new ArrayList<>();

    protected FreezeException() {
    }

    static FreezeException request(ExceptionRequest request, String releaseName, String by, Instant at) {
        FreezeException exception = new FreezeException();
        exception.releaseKey = request.releaseKey();
        exception.releaseName = releaseName;
        exception.freezes.addAll(request.freezes());
        exception.reason = request.reason();
        exception.expiresAt = request.expiresAt();
        exception.requestedBy = by;
        exception.requestedAt = at;
        return exception;
    }

    void vote(ExceptionVote vote) {
        expect(ExceptionStatus.REQUESTED);
        this.votes.add(vote);
    }

    void grant(Instant at) {
        expect(ExceptionStatus.REQUESTED);
        this.status = ExceptionStatus.GRANTED;
        this.decidedAt = at;
    }

    void refuse(Instant at) {
        expect(ExceptionStatus.REQUESTED);
        this.status = ExceptionStatus.REFUSED;
        this.decidedAt = at;
    }

    void expire() {
        expect(ExceptionStatus.GRANTED);
        this.status = ExceptionStatus.EXPIRED;
    }

    /** Takes it back: a granted one ends now, so that its review begins. */
    void withdraw(Instant at) {
        if (this.status == ExceptionStatus.GRANTED) {
            this.status = ExceptionStatus.EXPIRED;
            this.expiresAt = at.isBefore(this.expiresAt) ? at : this.expiresAt;
            return;
        }
        expect(ExceptionStatus.REQUESTED);
        this.status = ExceptionStatus.WITHDRAWN;
        this.decidedAt = at;
    }

    void review(boolean worthIt, String learned, String by, Instant at) {
        expect(ExceptionStatus.EXPIRED);
        this.status = ExceptionStatus.REVIEWED;
        this.worth = worthIt;
        this.lesson = learned;
        this.reviewedBy = by;
        this.reviewedAt = at;
    }

    private void expect(ExceptionStatus expected) {
        if (this.status != expected) {
            throw new IllegalStateException("Exception " + this.id + " is " + this.status + ", not " + expected);
        }
    }

    ExceptionDetails details() {
        if (this.id == null) {
            throw new IllegalStateException("The exception was not saved");
        }
        return new ExceptionDetails(this.id, this.releaseKey, this.releaseName, Set.copyOf(this.freezes), this.reason,
                this.expiresAt, this.status, this.requestedBy, this.requestedAt, List.copyOf(this.votes), this.worth,
                this.lesson, this.reviewedBy, this.reviewedAt);
    }

    ExceptionStatus status() {
        return this.status;
    }

}
