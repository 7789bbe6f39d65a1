package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeFollowUp;
import io.slipway.change.ChangeManagement;
import io.slipway.change.EmergencyVerdict;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The change authority looks back at an emergency change.
 */
@StepKey(value = "change/review-emergency-change", buttons = "record")
class ReviewEmergencyChangeStep implements Step<ReviewEmergencyChangeForm> {

    private final ChangeManagement changes;

    private final ChangeFollowUp followUp;

    ReviewEmergencyChangeStep(ChangeManagement changes, ChangeFollowUp followUp) {
        this.changes = changes;
        this.followUp = followUp;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("changes", this.changes.allOfRelease(item.businessKey()), "emergencyVerdicts",
                EmergencyVerdict.values());
    }

    @Override
    public Outcome complete(WorkItem item, ReviewEmergencyChangeForm form) {
        this.followUp.reviewEmergency(item.businessKey(), FormText.choice(EmergencyVerdict.class, form.verdict()),
                form.findings(), form.prevention());
        return Outcome.of("record").because(form.findings());
    }

}
