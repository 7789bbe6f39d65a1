package io.slipway.workflow;

/**
 * Tells that somebody was given an open work item by somebody else. Who takes one needs
 * no telling.
 *
 * @param id the work item's id
 * @param assignee user name of who has it now
 * @param by user name of who gave it, {@code system} for the process itself
 */
public record WorkItemAssigned(String id, String businessKey, String assignee, String by) {
}
