package io.slipway.inbox.web;

import io.slipway.workflow.WorkItem;

/**
 * Puts a work item's priority into words.
 */
final class Priority {

    private Priority() {
    }

    /** The word: {@code low}, {@code normal}, {@code high} or {@code urgent}. */
    static String of(WorkItem item) {
        if (item.priority() >= 90) {
            return "urgent";
        }
        if (item.priority() >= 60) {
            return "high";
        }
        return (item.priority() >= 30) ? "normal" : "low";
    }

}
