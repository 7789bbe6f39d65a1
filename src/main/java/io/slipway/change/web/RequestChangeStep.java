package io.slipway.change.web;

import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeType;
import io.slipway.change.ChangeVoters;
import io.slipway.change.standard.StandardOffer;
import io.slipway.identity.CurrentActor;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.form.Choice;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * The release manager completes the change record and requests its authorisation.
 */
@StepKey(value = "change/request-change", buttons = "request")
class RequestChangeStep implements Step<RequestChangeForm> {

    private final ChangeManagement changes;

    private final ChangeVoters voters;

    private final CurrentActor currentActor;

    private final ChangeFacts facts;

    private final ReleaseManagement releases;

    RequestChangeStep(ChangeManagement changes, ChangeVoters voters, CurrentActor currentActor, ChangeFacts facts,
            ReleaseManagement releases) {
        this.changes = changes;
        this.voters = voters;
        this.currentActor = currentActor;
        this.facts = facts;
        this.releases = releases;
    }

    @Override
    public RequestChangeForm newForm(WorkItem item) {
        return this.changes.ofRelease(item.businessKey())
            .map((change) -> RequestChangeForm.of(change.content(), this.changes.affected(item.businessKey())))
            .orElseThrow(() -> new NotFoundException("change", item.businessKey()));
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        String key = item.businessKey();
        List<StandardOffer> offers = this.changes.offers(key);
        return Map.of("shortages", this.voters.shortages(key, this.currentActor.get().userName()), "changes",
                this.changes.allOfRelease(key), "changeTypes", ChangeType.values(), "assessment",
                this.changes.assess(key), "affected", this.changes.affected(key), "offers", offers, "standardChoices",
                offers.stream().filter(StandardOffer::fits).map(RequestChangeStep::choice).toList());
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toRequest(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, RequestChangeForm form) {
        return AuthoriseChangeStep.begin(Outcome.of("request"),
                this.changes.request(item.businessKey(), form.toCommand(), form.itemKeys()));
    }

    private static Choice choice(StandardOffer offer) {
        return new Choice(Long.toString(offer.change().id()), offer.change().rule().name());
    }

}
