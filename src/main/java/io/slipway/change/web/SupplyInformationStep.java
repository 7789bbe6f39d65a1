package io.slipway.change.web;

import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The release manager answers what the change authority asked.
 */
@StepKey(value = "change/supply-information", buttons = "supply")
class SupplyInformationStep implements Step<SupplyInformationForm> {

    private final ChangeManagement changes;

    private final ChangeFacts facts;

    private final ReleaseManagement releases;

    SupplyInformationStep(ChangeManagement changes, ChangeFacts facts, ReleaseManagement releases) {
        this.changes = changes;
        this.facts = facts;
        this.releases = releases;
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
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toAuthorise(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, SupplyInformationForm form) {
        return AuthoriseChangeStep.begin(Outcome.of("supply").because(form.answer()),
                this.changes.supplyInformation(item.businessKey(), form.answer(), form.implementationPlan(),
                        form.verificationPlan(), form.backOutPlan()));
    }

}
