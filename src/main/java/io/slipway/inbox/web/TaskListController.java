package io.slipway.inbox.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.slipway.identity.PersonSummary;
import io.slipway.input.KeyPage;
import io.slipway.release.Phase;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * Lists the tasks that concern a person, in views; filters live in the address.
 */
@Controller
@Navigation(Section.TASKS)
class TaskListController {

    private final WorkItemSearch search;

    private final TaskAccess access;

    private final Clock clock;

    TaskListController(WorkItemSearch search, TaskAccess access, Clock clock) {
        this.search = search;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    String list(@ModelAttribute("filter") TaskFilter filter, Model model) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        Map<WorkItemView, Integer> counts = this.search.counts(zone);
        WorkItemView view = filter.chosenView().orElseGet(() -> first(counts));
        KeyPage<WorkItem> page = this.search.list(filter.query(view), zone);
        List<TaskRow> rows = page.rows().stream().map(this::row).toList();
        model.addAttribute("view", TaskFilter.id(view));
        model.addAttribute("tabs", tabs(filter, view, counts));
        model.addAttribute("rows", rows);
        model.addAttribute("claimable", rows.stream().anyMatch(TaskRow::claimable));
        model.addAttribute("next", page.next());
        model.addAttribute("phases", Phase.values());
        model.addAttribute("people", colleagues(rows));
        model.addAttribute("since", this.clock.millis());
        model.addAttribute("cap", WorkItemSearch.MOST_COUNTED);
        return "inbox/tasks";
    }

    /** What has come since a page was shown: one sentence, or nothing. */
    @GetMapping("/tasks/news")
    @Nullable String news(@RequestParam long since, WebRequest request, HttpServletResponse response, Model model) {
        Instant oldest = this.clock.instant().minus(Duration.ofDays(7));
        Instant from = Instant.ofEpochMilli(Math.max(since, oldest.toEpochMilli()));
        int arrived = this.search.arrivedSince(from);
        response.setHeader("Cache-Control", CacheControl.noCache().cachePrivate().getHeaderValue());
        if (request.checkNotModified("W/\"" + arrived + "\"")) {
            return null;
        }
        model.addAttribute("arrived", arrived);
        return "inbox/_news :: news";
    }

    private static WorkItemView first(Map<WorkItemView, Integer> counts) {
        boolean none = counts.getOrDefault(WorkItemView.MINE, 0) == 0;
        return (none && counts.getOrDefault(WorkItemView.MY_GROUPS, 0) > 0) ? WorkItemView.MY_GROUPS
                : WorkItemView.MINE;
    }

    private static List<TaskTab> tabs(TaskFilter filter, WorkItemView current, Map<WorkItemView, Integer> counts) {
        return Arrays.stream(WorkItemView.values())
            .map((view) -> new TaskTab(TaskFilter.id(view), filter.address(view), counts.get(view), view == current))
            .toList();
    }

    private TaskRow row(WorkItem item) {
        boolean claimable = item.open() && !item.suspended() && item.assignee() == null
                && item.isFor(this.access.actor());
        return new TaskRow(item, claimable, claimable || this.access.mayAssign(item));
    }

    /** Those who could take one of the tasks that the reader may assign. */
    private List<PersonSummary> colleagues(List<TaskRow> rows) {
        return rows.stream()
            .filter((row) -> this.access.mayAssign(row.item()))
            .map((row) -> row.item().role())
            .distinct()
            .flatMap((role) -> this.access.holding(role).stream())
            .distinct()
            .sorted(java.util.Comparator.comparing(PersonSummary::fullName))
            .toList();
    }

}
