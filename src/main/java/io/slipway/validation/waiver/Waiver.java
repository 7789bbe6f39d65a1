package io.slipway.validation.waiver;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The waiver of failed gates for one package, from its request to its follow-up.
 */
@Entity
@Table(name = "quality_waivers")
class Waiver {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String releaseKey = "";

    @Column(updatable = false)
    private String packageDigest = "";

    @Column(updatable = false)
    private String facts = "";

    @Column(updatable = false)
    private String justification = "";

    @Column(updatable = false)
    private String followUp = "";

    private Instant expiresAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private WaiverStatus status = WaiverStatus.REQUESTED;

    @Column(updatable = false)
    private String requestedBy = "";

    @Column(updatable = false)
    private Instant requestedAt = Instant.EPOCH;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String reason;

    private @Nullable String result;

    private @Nullable String closedBy;

    private @Nullable Instant closedAt;

    protected Waiver() {
    }

    static Waiver request(WaiverRequest request, String packageDigest, String by, Instant at) {
        Waiver waiver = new Waiver();
        waiver.releaseKey = request.releaseKey();
        waiver.packageDigest = packageDigest;
        waiver.facts = String.join(",", request.facts());
        waiver.justification = request.justification();
        waiver.followUp = request.followUp();
        waiver.expiresAt = request.expiresAt();
        waiver.requestedBy = by;
        waiver.requestedAt = at;
        return waiver;
    }

    /** Notes who decides and why; granting or refusing it follows. */
    void decide(String by, @Nullable String why, Instant at) {
        expect(WaiverStatus.REQUESTED);
        if (this.decidedBy != null) {
            throw new IllegalStateException("Waiver " + this.id + " is decided already");
        }
        this.decidedBy = by;
        this.decidedAt = at;
        this.reason = why;
    }

    void grant() {
        expect(WaiverStatus.REQUESTED);
        this.status = WaiverStatus.GRANTED;
    }

    void refuse() {
        expect(WaiverStatus.REQUESTED);
        this.status = WaiverStatus.REFUSED;
    }

    void expire() {
        expect(WaiverStatus.GRANTED);
        this.status = WaiverStatus.EXPIRED;
    }

    /** Takes it back: a granted one ends now, so that its follow-up is asked for. */
    void withdraw(Instant at) {
        if (this.status == WaiverStatus.GRANTED) {
            this.status = WaiverStatus.EXPIRED;
            this.expiresAt = at.isBefore(this.expiresAt) ? at : this.expiresAt;
            return;
        }
        expect(WaiverStatus.REQUESTED);
        this.status = WaiverStatus.WITHDRAWN;
    }

    void close(String what, String by, Instant at) {
        expect(WaiverStatus.EXPIRED);
        this.status = WaiverStatus.FOLLOWED_UP;
        this.result = what;
        this.closedBy = by;
        this.closedAt = at;
    }

    private void expect(WaiverStatus expected) {
        if (this.status != expected) {
            throw new IllegalStateException("Waiver " + this.id + " is " + this.status + ", not " + expected);
        }
    }

    boolean inForce(String currentPackage, Instant now) {
        return this.status == WaiverStatus.GRANTED && this.packageDigest.equals(currentPackage)
                && now.isBefore(this.expiresAt);
    }

    WaiverStatus status() {
        return this.status;
    }

    WaiverDetails details(String currentPackage) {
        if (this.id == null) {
            throw new IllegalStateException("The waiver was not saved");
        }
        return new WaiverDetails(this.id, this.releaseKey, List.of(this.facts.split(",")), this.justification,
                this.followUp, this.expiresAt, this.status, this.requestedBy, this.requestedAt, this.decidedBy,
                this.decidedAt, this.reason, this.result, this.closedBy, this.closedAt,
                this.packageDigest.equals(currentPackage));
    }

}
