package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * The change authority authorises the change, rejects it or asks for more.
 */
@Component
class AuthoriseChangeStep implements Step<AuthoriseChangeForm> {

    private final ChangeManagement changes;

    AuthoriseChangeStep(ChangeManagement changes) {
        this.changes = changes;
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
        return Map.of("changes", this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, AuthoriseChangeForm form) {
        String key = item.businessKey();
        return switch (form.outcome()) {
            case "authorise" -> {
                this.changes.authorise(key, form.reason(), form.conditions());
                yield Outcome.of("authorise").because(form.reason()).with("changeDecision", "authorised");
            }
            case "reject" -> {
                this.changes.reject(key, form.reason());
                yield Outcome.of("reject").because(form.reason()).with("changeDecision", "rejected");
            }
            default -> {
                this.changes.askForMore(key, form.reason());
                yield Outcome.of("more-information").because(form.reason()).with("changeDecision", "more-information");
            }
        };
    }

}
