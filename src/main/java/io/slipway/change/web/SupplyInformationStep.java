package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.StepKey;
import io.slipway.workflow.WorkItem;

/**
 * The release manager answers what the change authority asked.
 */
@StepKey(value = "change/supply-information", buttons = "supply")
class SupplyInformationStep implements Step<SupplyInformationForm> {

    private final ChangeManagement changes;

    SupplyInformationStep(ChangeManagement changes) {
        this.changes = changes;
    }

    @Override
    public SupplyInformationForm newForm(WorkItem item) {
        return this.changes.ofRelease(item.businessKey())
            .map((change) -> SupplyInformationForm.of(change.content()))
            .orElseThrow(() -> new NotFoundException("change", item.businessKey()));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("changes", this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, SupplyInformationForm form) {
        return AuthoriseChangeStep.begin(Outcome.of("supply").because(form.answer()),
                this.changes.supplyInformation(item.businessKey(), form.answer(), form.implementationPlan(),
                        form.verificationPlan(), form.backOutPlan()));
    }

}
