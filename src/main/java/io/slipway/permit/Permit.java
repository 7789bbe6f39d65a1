package io.slipway.permit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
 * What one release is allowed for a while, from the request until somebody looked back.
 */
@Entity
@Table(name = "permits")
class Permit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String kind = "";

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private PermitModel model = PermitModel.PERMIT;

    @Column(updatable = false)
    private String releaseKey = "";

    @Column(updatable = false)
    private String releaseName = "";

    @Column(updatable = false)
    private String packageDigest = "";

    @Column(updatable = false)
    private String reason = "";

    @Column(updatable = false)
    private String followUp = "";

    private Instant expiresAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private PermitStatus status = PermitStatus.REQUESTED;

    @Column(updatable = false)
    private String requestedBy = "";

    @Column(updatable = false)
    private Instant requestedAt = Instant.EPOCH;

    private @Nullable Instant decidedAt;

    private @Nullable Boolean worth;

    private @Nullable String result;

    private @Nullable String closedBy;

    private @Nullable Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "permit_subjects", joinColumns = @JoinColumn(name = "permit_id"))
    @OrderColumn(name = "position")
    @Column(name = "subject")
    private List<String> subjects = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "permit_votes", joinColumns = @JoinColumn(name = "permit_id"))
    @OrderColumn(name = "position")
    private List<PermitVote> votes = new ArrayList<>();

    protected Permit() {
    }

    static Permit request(PermitRequest request, PermitRelease release, Act act) {
        Permit permit = new Permit();
        permit.kind = request.kind();
        permit.releaseKey = release.key();
        permit.releaseName = release.name();
        permit.packageDigest = release.packageDigest();
        permit.subjects.addAll(request.subjects());
        permit.reason = request.reason();
        permit.followUp = request.followUp();
        permit.expiresAt = Objects.requireNonNull(request.expiresAt());
        permit.requestedBy = act.by();
        permit.requestedAt = act.at();
        return permit;
    }

    void vote(PermitVote vote) {
        expect(PermitStatus.REQUESTED);
        this.votes.add(vote);
    }

    void grant(Instant at) {
        decide(PermitStatus.GRANTED, at);
    }

    void refuse(Instant at) {
        decide(PermitStatus.REFUSED, at);
    }

    void expire() {
        expect(PermitStatus.GRANTED);
        this.status = PermitStatus.EXPIRED;
    }

    /** Takes it back: a granted one ends now, so that somebody looks back on it. */
    void withdraw(Instant at) {
        if (this.status == PermitStatus.GRANTED) {
            expire();
            this.expiresAt = at.isBefore(this.expiresAt) ? at : this.expiresAt;
        }
        else {
            decide(PermitStatus.WITHDRAWN, at);
        }
    }

    void close(@Nullable Boolean worthIt, String what, Act act) {
        expect(PermitStatus.EXPIRED);
        this.status = PermitStatus.CLOSED;
        this.worth = worthIt;
        this.result = what;
        this.closedBy = act.by();
        this.closedAt = act.at();
    }

    private void decide(PermitStatus decision, Instant at) {
        expect(PermitStatus.REQUESTED);
        this.status = decision;
        this.decidedAt = at;
    }

    private void expect(PermitStatus expected) {
        if (this.status != expected) {
            throw new IllegalStateException("Permit " + this.id + " is " + this.status + ", not " + expected);
        }
    }

    PermitDetails details() {
        if (this.id == null) {
            throw new IllegalStateException("The permit was not saved");
        }
        return new PermitDetails(this.id, this.releaseKey, this.releaseName, List.copyOf(this.subjects),
                this.packageDigest, this.reason, this.followUp, this.expiresAt, this.status, this.requestedBy,
                this.requestedAt, List.copyOf(this.votes), this.worth, this.result, this.closedBy, this.closedAt);
    }

    String kind() {
        return this.kind;
    }

    PermitModel model() {
        return this.model;
    }

    PermitStatus status() {
        return this.status;
    }

}
