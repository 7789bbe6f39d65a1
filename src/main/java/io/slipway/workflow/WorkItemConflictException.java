package io.slipway.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Tells that somebody else was faster: the work item was completed, taken or cancelled
 * meanwhile. All race errors of the engine and the database become this one; the page is
 * a 409 that says who and when.
 */
@SuppressWarnings("serial")
public class WorkItemConflictException extends RuntimeException {

    private final transient @Nullable WorkItem item;

    /**
     * Tells of a lost race.
     * @param id the work item's id
     * @param item the work item as it is now, if known
     * @param cause the engine's or the database's error, if there was one
     */
    public WorkItemConflictException(String id, @Nullable WorkItem item, @Nullable Throwable cause) {
        super("Work item " + id + " was changed by somebody else", cause);
        this.item = item;
    }

    /**
     * The work item as it is now.
     * @return the item, or null if it is not known
     */
    public @Nullable WorkItem item() {
        return this.item;
    }

}
