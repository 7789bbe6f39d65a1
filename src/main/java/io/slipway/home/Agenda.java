package io.slipway.home;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Actor;
import io.slipway.identity.Role;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseLine;
import io.slipway.release.page.ReleaseLines;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gathers what the home page shows, each part with one statement and no more rows than
 * fit.
 */
@Component
class Agenda {

    private static final int TASKS = 7;

    private static final int RELEASES = 8;

    /** Of these, planned next, the worst are shown. */
    private static final int LOOKED_AT = 20;

    private final WorkItemSearch search;

    private final ReleaseManagement releases;

    private final ReleaseLines lines;

    Agenda(WorkItemSearch search, ReleaseManagement releases, ReleaseLines lines) {
        this.search = search;
        this.releases = releases;
        this.lines = lines;
    }

    /**
     * The tasks that wait for the current actor, the next due first.
     * @param zone the person's time zone, in which days begin
     * @return mine, and those that anybody of my roles may take
     */
    Tasks tasks(ZoneId zone) {
        Map<WorkItemView, Integer> counts = this.search.counts(zone);
        return new Tasks(first(WorkItemView.MINE, counts, zone), count(WorkItemView.MINE, counts),
                first(WorkItemView.UNASSIGNED, counts, zone), count(WorkItemView.UNASSIGNED, counts),
                count(WorkItemView.OVERDUE, counts), count(WorkItemView.DUE_TODAY, counts));
    }

    /**
     * The releases under way, and of them those of the actor.
     * @return counts by phase, the actor's own, and those in early life
     */
    Releases releases(Actor actor) {
        List<ReleaseLine> own = actor.has(Role.RELEASE_MANAGER) ? stuck(actor) : List.of();
        return new Releases(this.releases.countsByPhase(), own, list(Phase.EARLY_LIFE_SUPPORT, ""));
    }

    /** What needs a push first: what is wrong, then what has waited longest. */
    private List<ReleaseLine> stuck(Actor actor) {
        List<ReleaseSummary> next = this.releases
            .list(new ReleaseQuery("", State.OPEN, "", null, null, actor.userName(), Sort.START, ""))
            .rows()
            .stream()
            .limit(LOOKED_AT)
            .toList();
        return this.lines.of(next)
            .stream()
            .sorted(Comparator.comparing((ReleaseLine line) -> line.flags().isEmpty())
                .thenComparing(ReleaseLine::since, Comparator.nullsLast(Comparator.naturalOrder())))
            .limit(RELEASES)
            .toList();
    }

    private List<WorkItem> first(WorkItemView view, Map<WorkItemView, Integer> counts, ZoneId zone) {
        return (count(view, counts) == 0) ? List.of()
                : this.search.list(WorkItemQuery.of(view), zone).rows().stream().limit(TASKS).toList();
    }

    private static int count(WorkItemView view, Map<WorkItemView, Integer> counts) {
        return counts.getOrDefault(view, 0);
    }

    private List<ReleaseSummary> list(@Nullable Phase phase, String owner) {
        ReleaseQuery query = new ReleaseQuery("", State.OPEN, "", null, phase, owner, Sort.START, "");
        return this.releases.list(query).rows().stream().limit(RELEASES).toList();
    }

    /**
     * What waits for a person.
     *
     * @param mineCount how many there are in all, up to one above the cap
     * @param open assigned to nobody, for one of the person's roles
     * @param openCount how many there are in all, up to one above the cap
     * @param overdue how many of both are past their due date
     * @param dueToday how many of both are due today
     */
    record Tasks(List<WorkItem> mine, int mineCount, List<WorkItem> open, int openCount, int overdue, int dueToday) {

        /** The number above which counts only say "more than". */
        public int cap() {
            return WorkItemSearch.MOST_COUNTED;
        }

        /** Tells whether nothing waits. */
        public boolean none() {
            return this.mine.isEmpty() && this.open.isEmpty();
        }

    }

    /**
     * The releases that the home page shows.
     *
     * @param counts how many are under way in each phase
     * @param own those of the person that are next, what is wrong first, then what waits
     * longest
     */
    record Releases(Map<Phase, Integer> counts, List<ReleaseLine> own, List<ReleaseSummary> earlyLife) {

        /** The phases in their order. */
        public Phase[] phases() {
            return Phase.values();
        }

        /** The number above which counts only say "more than". */
        public int cap() {
            return WorkItemSearch.MOST_COUNTED;
        }

        /** Tells whether no release is under way. */
        public boolean none() {
            return this.counts.values().stream().allMatch((count) -> count == 0);
        }

    }

}
