package io.slipway.home;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;

/**
 * What waits for a person, the next due first.
 *
 * @param mine assigned to the person
 * @param mineCount how many there are in all, up to one above the cap
 * @param open assigned to nobody, for one of the person's roles
 * @param openCount how many there are in all, up to one above the cap
 * @param overdue how many of both are past their due date
 * @param dueToday how many of both are due today
 */
record Waiting(List<WorkItem> mine, int mineCount, List<WorkItem> open, int openCount, int overdue, int dueToday) {

    private static final int SHOWN = 7;

    private static final int CARDS = 6;

    static Waiting of(WorkItemSearch search, ZoneId zone) {
        Map<WorkItemView, Integer> counts = search.counts(zone);
        return new Waiting(first(search, WorkItemView.MINE, counts, zone), count(WorkItemView.MINE, counts),
                first(search, WorkItemView.UNASSIGNED, counts, zone), count(WorkItemView.UNASSIGNED, counts),
                count(WorkItemView.OVERDUE, counts), count(WorkItemView.DUE_TODAY, counts));
    }

    private static List<WorkItem> first(WorkItemSearch search, WorkItemView view, Map<WorkItemView, Integer> counts,
            ZoneId zone) {
        return (count(view, counts) == 0) ? List.of()
                : search.list(WorkItemQuery.of(view), zone).rows().stream().limit(SHOWN).toList();
    }

    private static int count(WorkItemView view, Map<WorkItemView, Integer> counts) {
        return counts.getOrDefault(view, 0);
    }

    /** Those that become cards, one for each decision: one's own first. */
    List<WorkItem> nearest() {
        Set<String> decisions = new HashSet<>();
        return Stream.concat(this.mine.stream(), this.open.stream())
            .filter((item) -> decisions.add((item.decision() != null) ? item.decision() : item.id()))
            .limit(CARDS)
            .toList();
    }

    /** Whether there are more than become cards. */
    public boolean more() {
        return this.mineCount + this.openCount > CARDS;
    }

    /** Tells whether nothing waits. */
    public boolean none() {
        return this.mine.isEmpty() && this.open.isEmpty();
    }

}
