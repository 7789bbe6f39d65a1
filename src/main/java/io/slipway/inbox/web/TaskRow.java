package io.slipway.inbox.web;

import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * One task in a list, and what the reader may do with it there.
 *
 * @param why why it is in the reader's list
 * @param environment where the release goes; null where that does not matter yet
 * @param address where it is opened; null if the reader may not see it
 * @param opened whether it stands beside the list
 * @param claimable whether the reader may take it
 * @param selectable whether the reader may choose it for an act on several
 */
record TaskRow(WorkItem item, String why, @Nullable String environment, @Nullable String address, boolean opened,
        boolean claimable, boolean selectable) {

    /** The priority as a word. */
    public String priority() {
        return Priority.of(this.item);
    }

}
