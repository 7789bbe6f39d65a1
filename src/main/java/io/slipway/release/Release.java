package io.slipway.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.plan.Announcement;
import io.slipway.release.plan.Dependency;
import io.slipway.release.plan.PlanDetails;
import io.slipway.release.plan.PlanDraft;
import io.slipway.release.plan.PlanPolicy;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
 * A release on its way. Each transition refuses, with an {@link IllegalStateException},
 * to happen where its phase or status does not allow it.
 */
@Entity
@Table(name = "releases")
class Release {

    /** Where a release without a planned start stands in the schedule. */
    static final Instant UNSCHEDULED = Instant.parse("9999-01-01T00:00:00Z");

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

    private Instant scheduleAt = UNSCHEDULED;

    @Embedded
    private Plan plan = new Plan();

    @ElementCollection
    @CollectionTable(name = "release_services", joinColumns = @JoinColumn(name = "release_id"))
    private Set<TouchedService> services = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "release_items", joinColumns = @JoinColumn(name = "release_id"))
    private Set<TouchedItem> items = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "release_people", joinColumns = @JoinColumn(name = "release_id"))
    private Set<NeededPerson> people = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "release_dependencies", joinColumns = @JoinColumn(name = "release_id"))
    private Set<Dependency> dependencies = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "release_announcements", joinColumns = @JoinColumn(name = "release_id"))
    @OrderColumn(name = "place")
    private List<Announcement> announcements = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "release_approvers", joinColumns = @JoinColumn(name = "release_id"))
    @Column(name = "user_name")
    private Set<String> approvers = new HashSet<>();

    private Instant registeredAt;

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

    Release(String key, String name, ReleaseType type, DeploymentModel model, String owner, Instant registeredAt) {
        this.key = key;
        this.name = name;
        this.type = type;
        this.model = model;
        this.owner = owner;
        this.registeredAt = registeredAt;
    }

    void beginPhase(Phase next) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        this.phase = next;
        if (next == Phase.PLAN) {
            this.plan.reopen();
        }
    }

    void writePlan(PlanDraft draft) {
        requirePhase(Phase.PLAN);
        require(!this.plan.approved(), "has an approved plan");
        take(draft);
    }

    /**
     * Changes an approved plan; what that makes void is for the process to bring back.
     */
    void amendPlan(PlanDraft draft, String digest, boolean changeVoid) {
        require(this.status == ReleaseStatus.OPEN, "has ended");
        require(this.plan.approved(), "has no approved plan");
        require(this.phase.compareTo(Phase.DEPLOY) <= 0, "is deployed");
        take(draft);
        this.plan.amend(digest, changeVoid);
    }

    private void take(PlanDraft draft) {
        this.name = draft.name();
        this.type = draft.type();
        this.model = draft.model();
        this.plan.write(draft);
        become(this.approvers, draft.approvers());
        this.scheduleAt = (draft.plannedStart() != null) ? draft.plannedStart() : UNSCHEDULED;
        PlanDetails details = draft.details();
        become(this.dependencies, details.dependencies());
        if (!this.announcements.equals(details.announcements())) {
            this.announcements.clear();
            this.announcements.addAll(details.announcements());
        }
        Instant ends = endsAt();
        become(this.services,
                draft.services()
                    .stream()
                    .map((service) -> new TouchedService(service, this.ended, this.scheduleAt, ends))
                    .toList());
        become(this.items,
                details.items()
                    .stream()
                    .map((item) -> new TouchedItem(item, this.ended, this.scheduleAt, ends))
                    .toList());
        become(this.people,
                details.people()
                    .stream()
                    .map((person) -> NeededPerson.of(person, this.ended, this.scheduleAt, ends))
                    .toList());
    }

    void submitPlan(String by, Instant at, String digest, PlanPolicy policy) {
        requirePhase(Phase.PLAN);
        require(!this.approvers.isEmpty(), "names nobody to approve its plan");
        this.plan.submit(by, at, digest, policy);
    }

    void confirmPlan(Instant at) {
        requirePhase(Phase.PLAN);
        require(this.plan.revision() > 0, "has no submitted plan");
        this.plan.confirm(at);
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
        this.scheduleAt = UNSCHEDULED.equals(this.scheduleAt) ? at : this.scheduleAt;
        Instant ends = endsAt();
        become(this.services,
                this.services.stream()
                    .map((one) -> new TouchedService(one.service(), true, this.scheduleAt, ends))
                    .toList());
        become(this.items,
                this.items.stream().map((one) -> new TouchedItem(one.item(), true, this.scheduleAt, ends)).toList());
        become(this.people,
                this.people.stream()
                    .map((one) -> new NeededPerson(one.role(), one.userName(), true, this.scheduleAt, ends))
                    .toList());
    }

    private Instant endsAt() {
        Instant planned = this.plan.plannedEnd();
        return (planned != null) ? planned : this.scheduleAt;
    }

    private static <T> void become(Set<T> kept, List<T> wanted) {
        kept.retainAll(Set.copyOf(wanted));
        kept.addAll(wanted);
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

    int planRevision() {
        return this.plan.revision();
    }

    boolean planApproved() {
        return this.plan.approved();
    }

}
