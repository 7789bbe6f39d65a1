package io.slipway.workflow.escalation;

import java.util.List;

import io.slipway.identity.Role;

/**
 * Tells that an overdue work item was handed up.
 *
 * @param id the work item's id
 * @param told the roles that are told besides those who may do it
 */
public record WorkItemEscalated(String id, String businessKey, List<Role> told) {
}
