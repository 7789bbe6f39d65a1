package io.slipway.validation.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.release.ReleaseManagement;
import io.slipway.ui.FormText;
import io.slipway.validation.waiver.WaiverManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The test manager says what became of the follow-up that was promised for a waiver.
 */
@Component
class ConfirmFollowUpStep implements Step<ConfirmFollowUpForm> {

    private final WaiverManagement waivers;

    private final ReleaseManagement releases;

    ConfirmFollowUpStep(WaiverManagement waivers, ReleaseManagement releases) {
        this.waivers = waivers;
        this.releases = releases;
    }

    @Override
    public String key() {
        return "validation/confirm-follow-up";
    }

    @Override
    public Class<ConfirmFollowUpForm> formType() {
        return ConfirmFollowUpForm.class;
    }

    @Override
    public ConfirmFollowUpForm newForm(WorkItem item) {
        return new ConfirmFollowUpForm("", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("waiver", this.waivers.newest(this.releases.get(item.businessKey())).orElse(null));
        return shown;
    }

    @Override
    public Outcome complete(WorkItem item, ConfirmFollowUpForm form) {
        String result = FormText.of(form.result());
        this.waivers.followUp(item.businessKey(), result);
        return Outcome.of("confirm").because(result);
    }

}
