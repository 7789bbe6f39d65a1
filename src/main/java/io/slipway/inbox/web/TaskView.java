package io.slipway.inbox.web;

import java.util.List;

import io.slipway.discussion.Comment;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Verdict;
import io.slipway.input.KeyPage;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseStatus;
import io.slipway.workflow.Suspension;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.WorkItemGuide;
import org.jspecify.annotations.Nullable;

/**
 * What the decision page shows around a step's own form: who may act, how the release
 * stands, what was decided and said before.
 *
 * @param guide what the process model tells about the step
 * @param facts what decides, as the step tells it
 * @param mark a note of it for the form to bring back
 * @param verdict whether the reader may decide, and if not why
 * @param suspension who suspended the release, when and why; null if nobody did
 * @param mayAssign whether the reader may give the task to somebody
 * @param mayComment whether the reader may leave a comment
 * @param mine whether the reader is its assignee and can put it off
 * @param whoCan the people who hold its role
 * @param decisions what was decided on the release before, newest first
 * @param comments what was said on it, newest first
 * @param back where the reader came from
 */
record TaskView(String template, WorkItemGuide guide, List<DecidingFact> facts, String mark, Verdict verdict,
        @Nullable Suspension suspension, boolean mayAssign, boolean mayComment, boolean mine,
        List<PersonSummary> whoCan, List<WorkItem> decisions, KeyPage<Comment> comments, String back) {

    /** What decides, as it is shown. */
    public ShownFacts shown() {
        return new ShownFacts(this.facts);
    }

    /** All phases, for the progress over them. */
    public Phase[] phases() {
        return Phase.values();
    }

    /** How a release's way over the phases is drawn. */
    public String progress(ReleaseDetails release) {
        if (release.open()) {
            return "under-way";
        }
        return (release.status() == ReleaseStatus.CANCELLED) ? "stopped" : "done";
    }

}
