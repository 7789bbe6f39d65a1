package io.slipway.change.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import io.slipway.identity.Act;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;
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
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A kind of change that is authorised once and for all, from its proposal until it is
 * withdrawn. Two people make one; its rule never changes.
 */
@Entity
@Table(name = "standard_changes")
class StandardChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String name = "";

    private String description = "";

    private boolean schemaChange;

    @Enumerated(EnumType.STRING)
    private Risk maxRisk = Risk.LOW;

    private LocalDate validUntil = LocalDate.EPOCH;

    private int usesPerMonth;

    @Enumerated(EnumType.STRING)
    private StandardStatus status = StandardStatus.PROPOSED;

    private String proposedBy = "";

    private Instant proposedAt = Instant.EPOCH;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String reason;

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "standard_change_services", joinColumns = @JoinColumn(name = "standard_change_id"))
    @Column(name = "service")
    private Set<String> services = new HashSet<>();

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "standard_change_models", joinColumns = @JoinColumn(name = "standard_change_id"))
    @Column(name = "model")
    @Enumerated(EnumType.STRING)
    private Set<DeploymentModel> models = EnumSet.noneOf(DeploymentModel.class);

    protected StandardChange() {
    }

    static StandardChange propose(StandardRule rule, Act act) {
        StandardChange change = new StandardChange();
        change.name = rule.name();
        change.description = rule.description();
        change.services.addAll(rule.services());
        change.models.addAll(rule.models());
        change.maxRisk = rule.maxRisk();
        change.schemaChange = rule.schemaChange();
        change.validUntil = rule.validUntil();
        change.usesPerMonth = rule.usesPerMonth();
        change.proposedBy = act.by();
        change.proposedAt = act.at();
        return change;
    }

    void authorise(Act act) {
        expect(StandardStatus.PROPOSED);
        refuseProposer(act.by());
        decide(StandardStatus.AUTHORISED, act, null);
    }

    void decline(String why, Act act) {
        expect(StandardStatus.PROPOSED);
        refuseProposer(act.by());
        decide(StandardStatus.DECLINED, act, why);
    }

    void withdraw(String why, Act act) {
        expect(StandardStatus.AUTHORISED);
        decide(StandardStatus.WITHDRAWN, act, why);
    }

    private void expect(StandardStatus expected) {
        if (this.status != expected) {
            throw new InvalidInputException("", (expected == StandardStatus.PROPOSED) ? "change.standard.decided"
                    : "change.standard.not-authorised", this.name);
        }
    }

    private void refuseProposer(String by) {
        if (by.equals(this.proposedBy)) {
            throw new InvalidInputException("", "change.standard.four-eyes");
        }
    }

    private void decide(StandardStatus next, Act act, @Nullable String why) {
        this.status = next;
        this.decidedBy = act.by();
        this.decidedAt = act.at();
        this.reason = why;
    }

    long id() {
        if (this.id == null) {
            throw new IllegalStateException("The standard change is not saved yet");
        }
        return this.id;
    }

    StandardDetails details() {
        StandardRule rule = new StandardRule(this.name, this.description, this.services, this.models, this.maxRisk,
                this.schemaChange, this.validUntil, this.usesPerMonth);
        return new StandardDetails(id(), rule, this.services.stream().sorted().toList(), this.status, this.proposedBy,
                this.proposedAt, this.decidedBy, this.decidedAt, this.reason);
    }

}
