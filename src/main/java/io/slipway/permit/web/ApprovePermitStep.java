package io.slipway.permit.web;

import java.util.List;

import io.slipway.permit.PermitEvidence;
import io.slipway.permit.PermitKind;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitModel;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * Those whom the kind asks decide, each for themselves, whether a release may pass what
 * holds it back.
 */
@StepKey(value = { "permit/approve-freeze-exception", "permit/approve-waiver", "schedule/approve-freeze-exception",
        "validation/approve-waiver" }, buttons = { "approve", "reject" })
class ApprovePermitStep extends PermitStep<Step.Answer> {

    private final PermitManagement permits;

    ApprovePermitStep(List<PermitKind> kinds, List<PermitEvidence> evidence, PermitManagement permits) {
        super(kinds, evidence, permits, (kind) -> "approve-" + kind.id());
        this.permits = permits;
    }

    @Override
    public Outcome complete(WorkItem item, Step.Answer form) {
        boolean approved = "approve".equals(form.outcome());
        String reason = form.reason();
        this.permits.vote(kind(item).id(), item.businessKey(), item.role(), approved, reason);
        Outcome outcome = Outcome.of(approved ? "approve" : "reject").because(reason);
        return approved ? outcome : outcome.with(PermitModel.of(item.process()).rejected(), true);
    }

}
