package io.slipway.change.web;

import java.util.List;
import java.util.Map;

import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeRound;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * One member of the change advisory board, or of the emergency board, votes to authorise
 * the change, rejects it or asks for more.
 */
@StepKey(value = { "change/authorise-change", "change/authorise-emergency-change" },
        buttons = { "authorise", "reject", "more-information" })
class AuthoriseChangeStep implements Step<AuthoriseChangeForm> {

    /** Ends the round of votes as soon as one does not authorise. */
    private static final String ENDED = "roundEnded";

    private static final String DECISION = "changeDecision";

    private final ChangeManagement changes;

    private final ReleaseManagement releases;

    private final CollisionManagement collisions;

    private final ChangeFacts facts;

    AuthoriseChangeStep(ChangeManagement changes, ReleaseManagement releases, CollisionManagement collisions,
            ChangeFacts facts) {
        this.changes = changes;
        this.releases = releases;
        this.collisions = collisions;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        String key = item.businessKey();
        return Map.of("changes", this.changes.allOfRelease(key), "unchanged", this.changes.isUnchanged(key),
                "collisions", this.collisions.of(this.releases.get(key)));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.toAuthorise(this.releases.get(item.businessKey()));
    }

    @Override
    public Outcome complete(WorkItem item, AuthoriseChangeForm form) {
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
