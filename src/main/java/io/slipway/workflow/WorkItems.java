package io.slipway.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.input.NotFoundException;
import io.slipway.sql.ReadOnce;

import org.springframework.stereotype.Service;

/**
 * What is known of work items, open or ended. What people do with them goes through
 * {@link WorkItemActs}; their lists are in {@link WorkItemSearch}.
 */
@Service
public class WorkItems {

    private final WorkItemRows rows;

    private final ReadOnce once;

    WorkItems(WorkItemRows rows, ReadOnce once) {
        this.rows = rows;
        this.once = once;
    }

    /**
     * Finds a work item, open or ended.
     * @param id the work item's id
     * @return the work item; refuses with a {@code NotFoundException} if there is none
     */
    public WorkItem get(String id) {
        return this.rows.find(id).orElseThrow(() -> new NotFoundException("task", id));
    }

    /**
     * The open work items of some releases, in one statement.
     * @param businessKeys the releases' keys, at most a page of a list
     * @return those of each release that has any, the oldest first
     */
    public Map<String, List<WorkItem>> openOf(Collection<String> businessKeys) {
        return businessKeys.isEmpty() ? Map.of()
                : this.rows.openOf(businessKeys).stream().collect(Collectors.groupingBy(WorkItem::businessKey));
    }

    /**
     * The open work items of a release, oldest first.
     * @return at most 500 open work items
     */
    public List<WorkItem> openOf(String businessKey) {
        return this.once.of("open work items", businessKey, () -> this.rows.of(businessKey, WorkItemState.OPEN));
    }

    /**
     * The releases with open work items that should have been done by now, in one
     * statement.
     * @param most how many work items are looked at
     * @return the releases' keys, the longest overdue first
     */
    public Set<String> overdueReleases(Instant now, int most) {
        return new LinkedHashSet<>(this.rows.overdueKeys(now, most));
    }

    /**
     * Open work items of a role that fall due in a period, the next due first.
     * @param after begin of the period, UTC
     * @param afterId id of the last work item read that is due at its begin; empty for
     * the first batch
     * @param until end of the period, UTC
     * @return at most that many
     */
    public List<WorkItem> due(Role role, Instant after, String afterId, Instant until, int most) {
        return this.rows.due(role.id(), after, afterId, until, most);
    }

    /**
     * Open work items whose due time is over and that were not handed up to the next
     * level yet, those that are due for longest first; none of a suspended release.
     * @param after due time of the last work item read, UTC; the epoch for the first
     * batch
     * @param afterId id of that work item; empty for the first batch
     * @return at most that many
     */
    public List<WorkItem> overdue(Instant now, Instant after, String afterId, int most) {
        return this.rows.overdue(now, after, afterId, most);
    }

    /**
     * The decisions taken on a release, oldest first: its completed work items.
     * @return at most 500 completed work items
     */
    public List<WorkItem> decisionsOf(String businessKey) {
        return this.once.of("decisions", businessKey, () -> this.rows.of(businessKey, WorkItemState.COMPLETED));
    }

    /**
     * What was asked on a release and taken away again, oldest first.
     * @return at most 500 cancelled work items
     */
    public List<WorkItem> cancelledOf(String businessKey) {
        return this.rows.of(businessKey, WorkItemState.CANCELLED);
    }

}
