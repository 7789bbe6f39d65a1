package io.slipway.change.web;

import java.util.Map;

import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * One member of the change advisory board votes to authorise the change, rejects it or
 * asks for more.
 */
@Component
class AuthoriseChangeStep implements Step<AuthoriseChangeForm> {

    private final ChangeVoting voting;

    AuthoriseChangeStep(ChangeVoting voting) {
        this.voting = voting;
    }

    @Override
    public String key() {
        return "change/authorise-change";
    }

    @Override
    public Class<AuthoriseChangeForm> formType() {
        return AuthoriseChangeForm.class;
    }

    @Override
    public AuthoriseChangeForm newForm(WorkItem item) {
        return new AuthoriseChangeForm("", "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return this.voting.evidence(item);
    }

    @Override
    public Outcome complete(WorkItem item, AuthoriseChangeForm form) {
        return this.voting.vote(item, form);
    }

}
