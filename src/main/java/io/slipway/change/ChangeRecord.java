package io.slipway.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Act;
import io.slipway.identity.Actor;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
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
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * The request for change that authorises one deployment, from its draft to its end.
 */
@Entity
@Table(name = "change_records")
class ChangeRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String number = "";

    @Column(updatable = false)
    private String releaseKey = "";

    @Column(updatable = false)
    private String round = "";

    @Embedded
    private ChangeContent content = ChangeContent.draft("", ChangeType.NORMAL);

    @Embedded
    private ChangeRisk risk = ChangeRisk.UNKNOWN;

    @Embedded
    private ChangeScope scope = ChangeScope.UNKNOWN;

    @Embedded
    private @Nullable EmergencyReview emergency;

    private String seats = "";

    @Column(updatable = false)
    private Instant raisedAt = Instant.EPOCH;

    private @Nullable Instant decidedAt;

    @Enumerated(EnumType.STRING)
    private ChangeStatus status = ChangeStatus.DRAFT;

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "change_services", joinColumns = @JoinColumn(name = "change_record_id"))
    @Column(name = "service")
    private Set<String> services = new HashSet<>();

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "change_items", joinColumns = @JoinColumn(name = "change_record_id"))
    private Set<AffectedItem> items = new HashSet<>();

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "change_decisions", joinColumns = @JoinColumn(name = "change_record_id"))
    @OrderColumn(name = "position")
    private List<ChangeDecision> decisions = new ArrayList<>();

    protected ChangeRecord() {
    }

    static ChangeRecord raise(String number, String releaseKey, String round, ChangeContent content, Instant at) {
        ChangeRecord record = new ChangeRecord();
        record.number = number;
        record.releaseKey = releaseKey;
        record.round = round;
        record.content = content;
        record.raisedAt = at;
        return record;
    }

    void request(ChangeContent requested, ChangeTerms terms, Act act) {
        expect(ChangeStatus.DRAFT);
        this.content = requested;
        bind(terms);
        become(ChangeStatus.REQUESTED, ChangeDecision.of(ChangeAction.REQUESTED, Role.RELEASE_MANAGER, act));
    }

    void supplyInformation(String answer, ChangeContent amended, ChangeTerms terms, Act act) {
        expect(ChangeStatus.INFORMATION_REQUESTED);
        this.content = amended;
        bind(terms);
        become(ChangeStatus.REQUESTED,
                ChangeDecision.of(ChangeAction.INFORMATION_SUPPLIED, Role.RELEASE_MANAGER, act).because(answer));
    }

    private void bind(ChangeTerms terms) {
        this.risk = terms.risk();
        this.scope = terms.scope();
        this.seats = terms.seats();
        replace(this.services, terms.services());
        replace(this.items, terms.items());
    }

    private static <T> void replace(Set<T> set, Collection<T> wanted) {
        set.retainAll(Set.copyOf(wanted));
        set.addAll(wanted);
    }

    /**
     * Counts a vote to authorise it; the last one that is needed authorises it. Refuses
     * who requested it, who has voted, and a role in which no vote is missing.
     */
    void authorise(ChangeDecision vote) {
        expectVote(vote);
        if (!openSeats().contains(vote.role())) {
            throw new InvalidInputException("", "change.vote.no-seat");
        }
        this.decisions.add(vote);
        if (openSeats().isEmpty()) {
            this.status = ChangeStatus.AUTHORISED;
            this.decidedAt = vote.at();
        }
    }

    void reject(ChangeDecision vote) {
        expectVote(vote);
        this.decidedAt = vote.at();
        become(ChangeStatus.REJECTED, vote);
    }

    void askForMore(ChangeDecision vote) {
        expectVote(vote);
        become(ChangeStatus.INFORMATION_REQUESTED, vote);
    }

    private void expectVote(ChangeDecision vote) {
        if (this.status != ChangeStatus.REQUESTED || this.content.type() == ChangeType.STANDARD) {
            throw new InvalidInputException("", "change.vote.ended", this.number);
        }
        if (vote.actor().equals(requester())) {
            throw new InvalidInputException("", "change.vote.requester");
        }
        if (votes().stream().anyMatch((earlier) -> earlier.actor().equals(vote.actor()))) {
            throw new InvalidInputException("", "change.vote.twice");
        }
    }

    /** Lets its standing authorisation count. */
    void authoriseStandard(Act act) {
        expectStandard();
        this.decidedAt = act.at();
        become(ChangeStatus.AUTHORISED, ChangeDecision.of(ChangeAction.AUTHORISED, null, act));
    }

    /** Gives a standard change back to its requester, since its rule does not hold. */
    void returnStandard(String why, Act act) {
        expectStandard();
        become(ChangeStatus.DRAFT, ChangeDecision.of(ChangeAction.RETURNED, null, act).because(why));
    }

    private void expectStandard() {
        expect(ChangeStatus.REQUESTED);
        if (this.content.type() != ChangeType.STANDARD) {
            throw new IllegalStateException(this.number + " is no standard change");
        }
    }

    void implement(Instant at) {
        expect(ChangeStatus.AUTHORISED);
        become(ChangeStatus.IMPLEMENTED, bySystem(ChangeAction.IMPLEMENTED, at));
    }

    void backOut(String why, Instant at) {
        expect(ChangeStatus.AUTHORISED, ChangeStatus.IMPLEMENTED);
        become(ChangeStatus.BACKED_OUT, bySystem(ChangeAction.BACKED_OUT, at).because(why));
    }

    void close(Instant at) {
        expect(ChangeStatus.IMPLEMENTED);
        become(ChangeStatus.CLOSED, bySystem(ChangeAction.CLOSED, at));
    }

    void declareVoid(String why, Instant at) {
        expect(ChangeStatus.DRAFT, ChangeStatus.REQUESTED, ChangeStatus.INFORMATION_REQUESTED, ChangeStatus.AUTHORISED);
        become(ChangeStatus.VOID, bySystem(ChangeAction.VOIDED, at).because(why));
    }

    private static ChangeDecision bySystem(ChangeAction action, Instant at) {
        return ChangeDecision.of(action, null, new Act(Actor.SYSTEM.userName(), at));
    }

    void reviewEmergency(EmergencyReview review) {
        if (this.content.type() != ChangeType.EMERGENCY || this.emergency != null) {
            throw new IllegalStateException(this.number + " waits for no review of an emergency");
        }
        expect(ChangeStatus.AUTHORISED, ChangeStatus.IMPLEMENTED, ChangeStatus.BACKED_OUT);
        this.emergency = review;
        this.decisions.add(ChangeDecision
            .of(ChangeAction.EMERGENCY_REVIEWED, Role.CHANGE_AUTHORITY, new Act(review.reviewer(), review.reviewedAt()))
            .because(review.findings()));
    }

    private void expect(ChangeStatus... expected) {
        if (!List.of(expected).contains(this.status)) {
            throw new IllegalStateException(this.number + " is " + this.status + ", not " + List.of(expected));
        }
    }

    private void become(ChangeStatus next, ChangeDecision decision) {
        this.status = next;
        this.decisions.add(decision);
    }

    List<ChangeDecision> votes() {
        return ChangeDetails.votes(this.decisions);
    }

    private List<Role> openSeats() {
        return ChangeSeats.open(this.seats, votes());
    }

    String requester() {
        return ChangeDetails.requester(this.decisions);
    }

    String seats() {
        return this.seats;
    }

    String number() {
        return this.number;
    }

    String releaseKey() {
        return this.releaseKey;
    }

    ChangeContent content() {
        return this.content;
    }

    ChangeStatus status() {
        return this.status;
    }

    Set<String> itemKeys() {
        return Set.copyOf(this.items.stream().map(AffectedItem::key).toList());
    }

    ChangeDetails details() {
        return new ChangeDetails(this.number, this.releaseKey, this.content, this.risk, this.scope,
                this.services.stream().sorted().toList(),
                this.items.stream().sorted(Comparator.comparing(AffectedItem::key)).toList(), this.status, this.seats,
                List.copyOf(this.decisions), this.emergency);
    }

}
