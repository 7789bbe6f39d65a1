package io.slipway.change.web;

import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

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
        return new AuthoriseChangeForm(null, "", "");
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        return Map.of("changes", this.changes.allOfRelease(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, AuthoriseChangeForm form) {
        String key = item.businessKey();
        String reason = StringUtils.hasText(form.reason()) ? form.reason().strip() : null;
        return switch (String.valueOf(form.outcome())) {
            case "authorise" -> {
                String conditions = StringUtils.hasText(form.conditions()) ? form.conditions().strip() : null;
                this.changes.authorise(key, reason, conditions);
                yield Outcome.of("authorise").because(reason).with("changeDecision", "authorised");
            }
            case "reject" -> {
                this.changes.reject(key, String.valueOf(reason));
                yield Outcome.of("reject").because(reason).with("changeDecision", "rejected");
            }
            case "more-information" -> {
                this.changes.askForMore(key, String.valueOf(reason));
                yield Outcome.of("more-information").because(reason).with("changeDecision", "more-information");
            }
            default -> throw new IllegalArgumentException("Unknown outcome " + form.outcome());
        };
    }

}
