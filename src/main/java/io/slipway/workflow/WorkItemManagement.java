package io.slipway.workflow;

import java.util.List;
import java.util.function.Function;

import io.slipway.identity.Verdict;
import org.springframework.stereotype.Service;

/**
 * Everything people do with work items, and the one choke point that decides who may:
 * page, API and mail link alike come through here.
 */
@Service
public class WorkItemManagement {

    /**
     * Finds a work item, open or ended.
     * @param id the work item's id
     * @return the work item; refuses with a {@code NotFoundException} if there is none
     */
    public WorkItem get(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * The open work items of a release, oldest first.
     * @param businessKey key of the release
     * @return the open work items
     */
    public List<WorkItem> openOf(String businessKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * The decisions taken on a release, oldest first: its completed work items.
     * @param businessKey key of the release
     * @return the completed work items
     */
    public List<WorkItem> decisionsOf(String businessKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * Judges whether the current actor may complete a work item: role, assignee and
     * separation of duties.
     * @param item the work item
     * @return the verdict with its reason
     */
    public Verdict mayComplete(WorkItem item) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes a work item as the current actor: judges, runs the decision, tells the
     * process, all in one transaction. Refuses with {@code DutyConflictException},
     * {@code NotFoundException} or {@link WorkItemConflictException}.
     * @param id the work item's id
     * @param decide does what the person decided, inside the transaction
     * @return the outcome
     */
    public Outcome complete(String id, Function<WorkItem, Outcome> decide) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells the open work items of a release its new name.
     * @param businessKey key of the release
     * @param subject the new name
     */
    public void rename(String businessKey, String subject) {
        throw new UnsupportedOperationException();
    }

}
