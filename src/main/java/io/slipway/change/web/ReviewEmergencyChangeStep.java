package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeFollowUp;
import io.slipway.change.ChangeManagement;
import io.slipway.change.EmergencyVerdict;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The change authority looks back at an emergency change.
 */
@Component
class ReviewEmergencyChangeStep implements Step<ReviewEmergencyChangeForm> {

    private final ChangeManagement changes;

    private final ChangeFollowUp followUp;

    ReviewEmergencyChangeStep(ChangeManagement changes, ChangeFollowUp followUp) {
        this.changes = changes;
        this.followUp = followUp;
    }

    @Override
    public String key() {
        return "change/review-emergency-change";
    }

    @Override
    public Class<ReviewEmergencyChangeForm> formType() {
        return ReviewEmergencyChangeForm.class;
    }

    @Override
    public ReviewEmergencyChangeForm newForm(WorkItem item) {
        return new ReviewEmergencyChangeForm("", "", "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("changes", this.changes.allOfRelease(item.businessKey()), "emergencyVerdicts",
                EmergencyVerdict.values());
    }

    @Override
    public Outcome complete(WorkItem item, ReviewEmergencyChangeForm form) {
        this.followUp.reviewEmergency(item.businessKey(), EmergencyVerdict.valueOf(form.verdict()), form.findings(),
                form.prevention());
        return Outcome.of("record").because(form.findings());
    }

}
