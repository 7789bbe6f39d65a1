package io.slipway.deployment;

import java.time.Instant;
import java.util.Set;

import io.slipway.identity.Act;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
 * One attempt to deploy a release. Each transition refuses, with an
 * {@link IllegalStateException}, to happen where the status does not allow it.
 */
@Entity
@Table(name = "deployments")
class Deployment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String releaseKey;

    @Column(updatable = false)
    private int attempt;

    @Embedded
    private Run run;

    @Enumerated(EnumType.STRING)
    private DeploymentStatus status;

    private String deployedBy;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "verified_by"))
    @AttributeOverride(name = "at", column = @Column(name = "verified_at"))
    @AttributeOverride(name = "text", column = @Column(name = "verification"))
    private @Nullable Statement verification;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "decided_by"))
    @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
    @AttributeOverride(name = "text", column = @Column(name = "decision_reason"))
    private @Nullable Statement decision;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "restored_by"))
    @AttributeOverride(name = "at", column = @Column(name = "restored_at"))
    @AttributeOverride(name = "text", column = @Column(name = "restored_baseline"))
    private @Nullable Statement rollback;

    private @Nullable Instant rolledBackAt;

    @Column(updatable = false)
    private @Nullable String digest;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected Deployment() {
    }

    private Deployment(String releaseKey, int attempt, Run run, String digest, String by) {
        this.releaseKey = releaseKey;
        this.attempt = attempt;
        this.run = run;
        this.status = DeploymentStatus.STARTED;
        this.deployedBy = by;
        this.digest = digest;
    }

    static Deployment start(String releaseKey, int attempt, String environment, String digest, Act act) {
        return new Deployment(releaseKey, attempt, Run.started(environment, act.at()), digest, act.by());
    }

    void finish(Instant at, String notes, boolean succeeded) {
        expect(DeploymentStatus.STARTED);
        this.run = this.run.finished(at, notes);
        this.status = succeeded ? DeploymentStatus.SUCCEEDED : DeploymentStatus.FAILED;
    }

    void verify(Statement checks) {
        expect(DeploymentStatus.SUCCEEDED);
        this.verification = checks;
        this.status = DeploymentStatus.VERIFIED;
    }

    void refute(Statement checks) {
        expect(DeploymentStatus.SUCCEEDED);
        this.verification = checks;
        this.status = DeploymentStatus.REFUTED;
    }

    void retry(Statement reason) {
        expect(DeploymentStatus.FAILED, DeploymentStatus.REFUTED);
        this.decision = reason;
        this.status = DeploymentStatus.RETRIED;
    }

    void orderRollback(Statement reason) {
        expect(DeploymentStatus.SUCCEEDED, DeploymentStatus.FAILED, DeploymentStatus.REFUTED, DeploymentStatus.RETRIED,
                DeploymentStatus.VERIFIED);
        this.decision = reason;
        this.status = DeploymentStatus.ROLLING_BACK;
    }

    void rollBack(Statement baseline, Instant finishedAt) {
        expect(DeploymentStatus.ROLLING_BACK);
        this.rollback = baseline;
        this.rolledBackAt = finishedAt;
        this.status = DeploymentStatus.ROLLED_BACK;
    }

    void fixForward() {
        expect(DeploymentStatus.ROLLING_BACK);
        this.status = DeploymentStatus.FIXED_FORWARD;
    }

    private void expect(DeploymentStatus... allowed) {
        if (!Set.of(allowed).contains(this.status)) {
            throw new IllegalStateException(
                    "Deployment " + this.attempt + " of " + this.releaseKey + " is " + this.status);
        }
    }

    String releaseKey() {
        return this.releaseKey;
    }

    int attempt() {
        return this.attempt;
    }

    DeploymentStatus status() {
        return this.status;
    }

    Run run() {
        return this.run;
    }

    @Nullable Statement decision() {
        return this.decision;
    }

    DeploymentDetails details() {
        return new DeploymentDetails(this.attempt, this.run, this.status, this.deployedBy, this.verification,
                this.decision, this.rollback, this.rolledBackAt);
    }

}
