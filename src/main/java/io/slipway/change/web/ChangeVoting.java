package io.slipway.change.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.change.AuthorisationEvidence;
import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeRound;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;

import org.springframework.stereotype.Component;

/**
 * What both boards' steps have in common: the evidence they see, what a vote does, and
 * what the process is told of a round.
 */
@Component
class ChangeVoting {

    /** Ends the round of votes as soon as one does not authorise. */
    private static final String ENDED = "roundEnded";

    private static final String DECISION = "changeDecision";

    private final ChangeManagement changes;

    private final List<AuthorisationEvidence> others;

    ChangeVoting(ChangeManagement changes, List<AuthorisationEvidence> others) {
        this.changes = changes;
        this.others = List.copyOf(others);
    }

    Map<String, Object> evidence(WorkItem item) {
        List<ChangeDetails> all = this.changes.allOfRelease(item.businessKey());
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("changes", all);
        evidence.put("unchanged", this.changes.isUnchanged(item.businessKey()));
        this.others.forEach((other) -> evidence.putAll(other.content(item.businessKey())));
        evidence.put("others", this.others.stream().map(AuthorisationEvidence::template).toList());
        return evidence;
    }

    Outcome vote(WorkItem item, AuthoriseChangeForm form) {
        String key = item.businessKey();
        return switch (form.outcome()) {
            case "authorise" -> {
                this.changes.authorise(key, item.role(), form.reason(), form.conditions());
                yield Outcome.of("authorise").because(form.reason());
            }
            case "reject" -> {
                this.changes.reject(key, item.role(), form.reason());
                yield Outcome.of("reject").because(form.reason()).with(DECISION, "rejected").with(ENDED, true);
            }
            default -> {
                this.changes.askForMore(key, item.role(), form.reason());
                yield Outcome.of("more-information")
                    .because(form.reason())
                    .with(DECISION, "more-information")
                    .with(ENDED, true);
            }
        };
    }

    /**
     * Tells the process how the request is decided on; a full round of votes authorises
     * it.
     */
    static Outcome begin(Outcome outcome, ChangeRound round) {
        return outcome.with("changePath", round.type().path())
            .with("seats", round.seats())
            .with(DECISION, "authorised")
            .with(ENDED, false);
    }

}
