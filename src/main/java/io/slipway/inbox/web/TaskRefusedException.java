package io.slipway.inbox.web;

import io.slipway.workflow.WorkItem;

import org.springframework.security.access.AccessDeniedException;

/**
 * Tells that somebody may not see a task; the page is a 403 that says why and who can.
 */
@SuppressWarnings("serial")
class TaskRefusedException extends AccessDeniedException {

    private final transient WorkItem item;

    TaskRefusedException(WorkItem item) {
        super("Task " + item.id() + " is for the role " + item.role().id());
        this.item = item;
    }

    WorkItem item() {
        return this.item;
    }

}
