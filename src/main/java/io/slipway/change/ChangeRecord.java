package io.slipway.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
 * The request for change that authorises one deployment, from its draft to the decision.
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
    private ChangeContent content = ChangeContent.draft("");

    @Enumerated(EnumType.STRING)
    private ChangeStatus status = ChangeStatus.DRAFT;

    @ElementCollection
    @CollectionTable(name = "change_decisions", joinColumns = @JoinColumn(name = "change_record_id"))
    @OrderColumn(name = "position")
    private List<ChangeDecision> decisions = new ArrayList<>();

    protected ChangeRecord() {
    }

    static ChangeRecord raise(String number, String releaseKey, String round, ChangeContent content) {
        ChangeRecord record = new ChangeRecord();
        record.number = number;
        record.releaseKey = releaseKey;
        record.round = round;
        record.content = content;
        return record;
    }

    void request(ChangeContent requested, String by, Instant at) {
        expect(ChangeStatus.DRAFT);
        this.content = requested;
        become(ChangeStatus.REQUESTED, new ChangeDecision(ChangeAction.REQUESTED, by, at, null, null));
    }

    void supplyInformation(String answer, ChangeContent amended, String by, Instant at) {
        expect(ChangeStatus.INFORMATION_REQUESTED);
        this.content = amended;
        become(ChangeStatus.REQUESTED, new ChangeDecision(ChangeAction.INFORMATION_SUPPLIED, by, at, answer, null));
    }

    void authorise(String reason, String conditions, String by, Instant at) {
        expect(ChangeStatus.REQUESTED);
        become(ChangeStatus.AUTHORISED,
                new ChangeDecision(ChangeAction.AUTHORISED, by, at, emptyToNull(reason), emptyToNull(conditions)));
    }

    void reject(String reason, String by, Instant at) {
        expect(ChangeStatus.REQUESTED);
        become(ChangeStatus.REJECTED, new ChangeDecision(ChangeAction.REJECTED, by, at, reason, null));
    }

    void askForMore(String question, String by, Instant at) {
        expect(ChangeStatus.REQUESTED);
        become(ChangeStatus.INFORMATION_REQUESTED,
                new ChangeDecision(ChangeAction.INFORMATION_REQUESTED, by, at, question, null));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void expect(ChangeStatus expected) {
        if (this.status != expected) {
            throw new IllegalStateException(this.number + " is " + this.status + ", not " + expected);
        }
    }

    private void become(ChangeStatus next, ChangeDecision decision) {
        this.status = next;
        this.decisions.add(decision);
    }

    String number() {
        return this.number;
    }

    ChangeContent content() {
        return this.content;
    }

    ChangeStatus status() {
        return this.status;
    }

    ChangeDetails details() {
        return new ChangeDetails(this.number, this.releaseKey, this.content, this.status, List.copyOf(this.decisions));
    }

}
