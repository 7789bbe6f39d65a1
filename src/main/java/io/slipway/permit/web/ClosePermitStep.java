package io.slipway.permit.web;

import java.util.List;

import io.slipway.permit.PermitEvidence;
import io.slipway.permit.PermitKind;
import io.slipway.permit.PermitManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.StepKey;

/**
 * Somebody looks back on a permit that is over: what is learned, or what became of what
 * was promised.
 */
@StepKey(value = { "permit/review-freeze-exception", "permit/confirm-follow-up", "schedule/review-freeze-exception",
        "validation/confirm-follow-up" }, buttons = { "reviewed", "confirm" })
class ClosePermitStep extends PermitStep<ClosePermitForm> {

    private final PermitManagement permits;

    ClosePermitStep(List<PermitKind> kinds, List<PermitEvidence> evidence, PermitManagement permits) {
        super(kinds, evidence, permits, (kind) -> kind.closing().step());
        this.permits = permits;
    }

    @Override
    public Outcome complete(WorkItem item, ClosePermitForm form) {
        this.permits.close(kind(item).id(), item.businessKey(), form.worthIt(), form.result());
        return Outcome.of(form.outcome()).because(form.result());
    }

}
