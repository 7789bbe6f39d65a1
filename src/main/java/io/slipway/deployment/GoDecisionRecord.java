package io.slipway.deployment;

import java.time.Instant;
import java.util.List;

import io.slipway.release.ChecklistFact;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A decision on go or no-go. A no-go is resolved, or the release withdrawn, exactly once.
 */
@Entity
@Table(name = "go_decisions")
class GoDecisionRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String releaseKey;

    @Column(name = "is_go", updatable = false)
    private boolean go;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(updatable = false)
    private String checklist;

    @Column(updatable = false)
    private String decidedBy;

    @Column(updatable = false)
    private Instant decidedAt;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "resolved_by"))
    @AttributeOverride(name = "at", column = @Column(name = "resolved_at"))
    @AttributeOverride(name = "text", column = @Column(name = "resolution"))
    private @Nullable Act resolution;

    private boolean withdrawn;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected GoDecisionRecord() {
    }

    private GoDecisionRecord(String releaseKey, boolean go, @Nullable String reason, String checklist, String by,
            Instant at) {
        this.releaseKey = releaseKey;
        this.go = go;
        this.reason = reason;
        this.checklist = checklist;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    static GoDecisionRecord go(String releaseKey, String checklist, String by, Instant at) {
        return new GoDecisionRecord(releaseKey, true, null, checklist, by, at);
    }

    static GoDecisionRecord noGo(String releaseKey, String reason, String checklist, String by, Instant at) {
        return new GoDecisionRecord(releaseKey, false, reason, checklist, by, at);
    }

    void resolve(Act how) {
        expectUnresolved();
        this.resolution = how;
    }

    void withdraw(Act why) {
        expectUnresolved();
        this.resolution = why;
        this.withdrawn = true;
    }

    private void expectUnresolved() {
        if (this.go || this.resolution != null) {
            throw new IllegalStateException("No no-go of " + this.releaseKey + " waits for its resolution");
        }
    }

    String checklist() {
        return this.checklist;
    }

    GoDecision details(List<ChecklistFact> facts) {
        return new GoDecision(this.go, this.reason, facts, this.decidedBy, this.decidedAt, this.resolution,
                this.withdrawn);
    }

}
