package io.slipway.inbox.web;

import io.slipway.workflow.WorkItem;

/**
 * One task in a list, and what the reader may do with it there.
 *
 * @param claimable whether the reader may take it
 * @param selectable whether the reader may choose it for an act on several
 */
record TaskRow(WorkItem item, boolean claimable, boolean selectable) {

    /** The priority as a word. */
    public String priority() {
        return Priority.of(this.item);
    }

}
