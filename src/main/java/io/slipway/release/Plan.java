package io.slipway.release;

import java.time.Instant;
import java.util.stream.Collectors;

import io.slipway.policy.Risk;
import io.slipway.release.plan.PlanDetails;
import io.slipway.release.plan.PlanDraft;
import io.slipway.release.plan.PlanPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * The plan's texts, times and approval, as part of a {@link Release}.
 */
@Embeddable
class Plan {

    private static final int SUPPORT_DAYS = 14;

    private int revision;

    private String scope = "";

    private @Nullable Instant plannedStart;

    private @Nullable Instant plannedEnd;

    private String rollbackCriteria = "";

    private String rollbackPlan = "";

    private String communicationPlan = "";

    private int supportDays = SUPPORT_DAYS;

    private String environment = PlanDetails.PRODUCTION;

    private boolean schemaChange;

    private String backups = "";

    @Column(name = "plan_digest")
    private @Nullable String digest;

    private @Nullable String changeDigest;

    @Enumerated(EnumType.STRING)
    private @Nullable Risk risk;

    private boolean windowRequired;

    private boolean freezeBinding = true;

    private boolean reviewRequired = true;

    private int minimumSupportDays;

    private String planApprovals = "";

    private @Nullable String submittedBy;

    private @Nullable Instant submittedAt;

    private @Nullable Instant approvedAt;

    void write(PlanDraft draft) {
        this.scope = draft.scope();
        this.plannedStart = draft.plannedStart();
        this.plannedEnd = draft.plannedEnd();
        this.rollbackCriteria = draft.rollbackCriteria();
        this.rollbackPlan = draft.rollbackPlan();
        this.communicationPlan = draft.communicationPlan();
        this.supportDays = draft.supportDays();
        this.environment = draft.details().environment();
        this.schemaChange = draft.details().schemaChange();
        this.backups = draft.details().backups();
    }

    void submit(String by, Instant at, String planDigest, PlanPolicy policy) {
        this.revision++;
        this.digest = planDigest;
        this.changeDigest = planDigest;
        this.risk = policy.risk();
        this.windowRequired = policy.windowRequired();
        this.freezeBinding = policy.freezeBinding();
        this.reviewRequired = policy.reviewRequired();
        this.minimumSupportDays = policy.supportDays();
        this.planApprovals = policy.approvals()
            .stream()
            .map((rule) -> rule.role().id() + ":" + rule.minimum())
            .collect(Collectors.joining(","));
        this.submittedBy = by;
        this.submittedAt = at;
        this.approvedAt = null;
    }

    void amend(String planDigest, boolean changeVoid) {
        this.revision++;
        this.digest = planDigest;
        if (changeVoid) {
            this.changeDigest = planDigest;
        }
    }

    void confirm(Instant at) {
        this.approvedAt = at;
    }

    void reopen() {
        this.approvedAt = null;
    }

    boolean approved() {
        return this.approvedAt != null;
    }

    int revision() {
        return this.revision;
    }

    @Nullable Instant plannedEnd() {
        return this.plannedEnd;
    }

    boolean hasRollbackPlan() {
        return !this.rollbackPlan.isBlank();
    }

}
