package io.slipway.workflow;

/**
 * What a rebuild of the table of work items found and mended.
 *
 * @param checked open work items and tasks looked at
 * @param added tasks that had no work item
 * @param corrected work items that differed from their task
 * @param removed open work items that had no task
 */
public record WorkItemsRebuilt(int checked, int added, int corrected, int removed) {

    static final WorkItemsRebuilt CHECKED = new WorkItemsRebuilt(1, 0, 0, 0);

    static final WorkItemsRebuilt ADDED = new WorkItemsRebuilt(1, 1, 0, 0);

    static final WorkItemsRebuilt CORRECTED = new WorkItemsRebuilt(1, 0, 1, 0);

    static final WorkItemsRebuilt REMOVED = new WorkItemsRebuilt(1, 0, 0, 1);

    WorkItemsRebuilt plus(WorkItemsRebuilt more) {
        return new WorkItemsRebuilt(this.checked + more.checked, this.added + more.added,
                this.corrected + more.corrected, this.removed + more.removed);
    }

    /** Whether nothing had to be mended. */
    public boolean agreed() {
        return this.added + this.corrected + this.removed == 0;
    }

}
