package io.slipway.validation.web;

import java.util.HashMap;
import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.FormText;
import io.slipway.validation.waiver.WaiverManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * A service owner decides whether a package may go on although gates fail.
 */
@Component
class ApproveWaiverStep implements Step<ApproveWaiverForm> {

    private final WaiverManagement waivers;

    private final ReleaseManagement releases;

    private final ValidationSection section;

    ApproveWaiverStep(WaiverManagement waivers, ReleaseManagement releases, ValidationSection section) {
        this.waivers = waivers;
        this.releases = releases;
        this.section = section;
    }

    @Override
    public String key() {
        return "validation/approve-waiver";
    }

    @Override
    public Class<ApproveWaiverForm> formType() {
        return ApproveWaiverForm.class;
    }

    @Override
    public ApproveWaiverForm newForm(WorkItem item) {
        return new ApproveWaiverForm("", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        Map<String, Object> shown = new HashMap<>(this.section.content(release));
        shown.put("waiver", this.waivers.newest(release).orElse(null));
        return shown;
    }

    @Override
    public Outcome complete(WorkItem item, ApproveWaiverForm form) {
        boolean approved = "approve".equals(form.outcome());
        String reason = FormText.of(form.reason());
        this.waivers.decide(item.businessKey(), approved, reason);
        return Outcome.of(approved ? "approve" : "reject").because(reason).with("waiverRejected", !approved);
    }

}
