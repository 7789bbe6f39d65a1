package io.slipway.release;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A release on its way. Each transition refuses, with an {@link IllegalStateException},
 * to happen where its phase or status does not allow it.
 */
@Entity
@Table(name = "releases")
class Release {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "release_key", updatable = false)
    private String key;

    private String name;

    @Enumerated(EnumType.STRING)
    private ReleaseType type;

    @Enumerated(EnumType.STRING)
    private DeploymentModel model;

    private String owner;

    @Enumerated(EnumType.STRING)
    private Phase phase = Phase.PLAN;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus status = ReleaseStatus.OPEN;

    private boolean ended;

    private Instant scheduleAt = ReleaseSchedule.UNSCHEDULED;

    private @Nullable Instant plannedStart;

    private @Nullable Instant plannedEnd;

    private int supportDays;

    private String environment = ReleaseSchedule.PRODUCTION;

    @ElementCollection
    @CollectionTable(name = "release_services", joinColumns = @JoinColumn(name = "release_id"))
    private Set<TouchedService> services = new HashSet<>();

    private Instant registeredAt;

    private @Nullable Instant phaseAt;

    private @Nullable Instant changedAt;

    private @Nullable Instant endedAt;

    private @Nullable Instant rolledBackAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Phase rolledBackIn;

    private @Nullable String endReason;

    @Version
    private int version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected Release() {
    }

    @SuppressWarnings("NullAway")
    Release(String key, ReleaseOutline outline, String owner, Instant registeredAt) {
        this.key = key;
        this.owner = owner;
        this.registeredAt = registeredAt;
        this.phaseAt = registeredAt;
        outline(outline);
    }

    void beginPhase(Phase next, Instant at) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        this.phase = next;
        this.phaseAt = at;
    }

    /** Takes over what its plan says. */
    void outline(ReleaseOutline outline) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        this.name = outline.name();
        this.type = outline.type();
        this.model = outline.model();
        ReleaseSchedule schedule = outline.schedule();
        this.environment = schedule.environment();
        this.plannedStart = schedule.plannedStart();
        this.plannedEnd = schedule.plannedEnd();
        this.supportDays = schedule.supportDays();
        this.scheduleAt = schedule.scheduleAt();
        touch(schedule.services());
    }

    void cancel(String reason, Instant at) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        require(this.phase.beforeDeployment() || this.phase == Phase.DEPLOY, "is deployed");
        this.endReason = reason;
        end(ReleaseStatus.CANCELLED, at);
    }

    void rollBack(String reason, Instant at) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        require(!this.phase.beforeDeployment(), "is not deployed");
        this.endReason = reason;
        this.rolledBackAt = at;
        this.rolledBackIn = this.phase;
    }

    void close(Instant at) {
        requirePhase(Phase.REVIEW);
        end((this.rolledBackAt != null) ? ReleaseStatus.ROLLED_BACK : ReleaseStatus.CLOSED, at);
    }

    private void end(ReleaseStatus as, Instant at) {
        this.status = as;
        this.ended = true;
        this.endedAt = at;
        this.scheduleAt = ReleaseSchedule.UNSCHEDULED.equals(this.scheduleAt) ? at : this.scheduleAt;
        touch(this.services.stream().map(TouchedService::service).toList());
    }

    private void touch(List<String> names) {
        Instant ends = (this.plannedEnd != null) ? this.plannedEnd : this.scheduleAt;
        List<TouchedService> touched = names.stream()
            .map((service) -> new TouchedService(service, this.ended, this.scheduleAt, ends))
            .toList();
        this.services.retainAll(Set.copyOf(touched));
        this.services.addAll(touched);
    }

    private void requirePhase(Phase asked) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        require(this.phase == asked, "is in phase " + this.phase + ", not " + asked);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(this.key + " " + otherwise);
        }
    }

    /** Each change has a moment of its own, so that each counts the version up. */
    void changed(Instant at) {
        boolean later = this.changedAt == null || at.isAfter(this.changedAt);
        this.changedAt = later ? at : this.changedAt.plusMillis(1);
    }

    boolean cancellable() {
        return this.status == ReleaseStatus.OPEN && this.phase.beforeDeployment();
    }

    /** What pages see of it. */
    ReleaseDetails details() {
        ReleaseSchedule schedule = new ReleaseSchedule(
                this.services.stream().map(TouchedService::service).sorted(String.CASE_INSENSITIVE_ORDER).toList(),
                this.environment, this.plannedStart, this.plannedEnd, this.supportDays);
        return new ReleaseDetails(this.key, this.name, this.type, this.model, this.owner, this.phase, this.status,
                schedule, this.registeredAt, this.endedAt, this.rolledBackAt, this.rolledBackIn, this.endReason,
                this.version);
    }

    String key() {
        return this.key;
    }

    Phase phase() {
        return this.phase;
    }

    ReleaseStatus status() {
        return this.status;
    }

    int version() {
        return this.version;
    }

}
