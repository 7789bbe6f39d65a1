package io.slipway.workflow;

import java.time.Instant;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a step waits for somebody.
 *
 * @param id the work item's id
 * @param step id of the user task, such as {@code Task_ApprovePlan}
 * @param phase the release's phase in which it lies
 * @param role the role that may do it
 * @param assignee user name of who has it from the start, if anybody
 * @param dueAt until when it should be done, UTC
 */
public record WorkItemOpened(String id, String businessKey, String subject, String step, String stepName, String phase,
        Role role, @Nullable String assignee, Instant dueAt) {

    static WorkItemOpened of(WorkItem item) {
        return new WorkItemOpened(item.id(), item.businessKey(), item.subject(), item.step(), item.stepName(),
                item.phase(), item.role(), item.assignee(), item.dueAt());
    }

}
