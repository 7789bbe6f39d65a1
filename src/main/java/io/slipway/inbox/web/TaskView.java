package io.slipway.inbox.web;

import java.util.List;

import io.slipway.identity.PersonSummary;
import io.slipway.identity.Verdict;
import io.slipway.release.ChecklistFact;
import io.slipway.workflow.WorkItem;

/**
 * What the decision page shows around a step's own form: who may act, how the release
 * stands, and what was decided before.
 *
 * @param template template with the step's fragments
 * @param verdict whether the reader may decide, and if not why
 * @param mayHandle whether the reader may assign the task and set its follow-up date
 * @param mine whether the reader is its assignee
 * @param whoCan the people who hold its role
 * @param checklist the release's eight items
 * @param decisions what was decided on the release before, newest first
 * @param back where the reader came from
 */
record TaskView(String template, Verdict verdict, boolean mayHandle, boolean mine, List<PersonSummary> whoCan,
        List<ChecklistFact> checklist, List<WorkItem> decisions, String back) {

    /** The items of the checklist that are met. */
    long met() {
        return this.checklist.stream().filter(ChecklistFact::met).count();
    }

}
