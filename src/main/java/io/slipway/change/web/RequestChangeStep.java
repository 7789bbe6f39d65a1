package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeType;
import io.slipway.policy.Risk;
import io.slipway.ui.NotFoundException;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The release manager completes the change record and requests its authorisation.
 */
@Component
class RequestChangeStep implements Step<RequestChangeForm> {

    private final ChangeManagement changes;

    RequestChangeStep(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public String key() {
        return "change/request-change";
    }

    @Override
    public Class<RequestChangeForm> formType() {
        return RequestChangeForm.class;
    }

    @Override
    public RequestChangeForm newForm(WorkItem item) {
        return this.changes.ofRelease(item.businessKey())
            .map((change) -> RequestChangeForm.of(change.content()))
            .orElseThrow(() -> new NotFoundException("change", item.businessKey()));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("changes", this.changes.allOfRelease(item.businessKey()), "changeTypes", ChangeType.values(),
                "changeRisks", Risk.values());
    }

    @Override
    public Outcome complete(WorkItem item, RequestChangeForm form) {
        this.changes.request(item.businessKey(), form.toCommand());
        return Outcome.of("request");
    }

}
