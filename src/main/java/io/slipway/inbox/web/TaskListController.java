package io.slipway.inbox.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.release.Phase;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.view.SavedViews;
import io.slipway.view.ViewTab;
import io.slipway.view.ViewedList;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import io.slipway.workflow.WorkItems;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Lists the tasks that concern a person, in views; filters live in the address.
 */
@Controller
@Navigation(Section.TASKS)
class TaskListController {

    private final WorkItemSearch search;

    private final TaskAccess access;

    private final TaskRows rows;

    private final SavedViews views;

    private final WorkItems workItems;

    private final DecisionPage decision;

    private final Clock clock;

    TaskListController(WorkItemSearch search, TaskAccess access, TaskRows rows, SavedViews views, WorkItems workItems,
            DecisionPage decision, Clock clock) {
        this.search = search;
        this.access = access;
        this.rows = rows;
        this.views = views;
        this.workItems = workItems;
        this.decision = decision;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    String list(@ModelAttribute("filter") TaskFilter filter, Model model) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        Map<WorkItemView, Integer> counts = this.search.counts(zone);
        WorkItemView view = filter.chosenView().orElseGet(() -> first(counts));
        KeyPage<WorkItem> page = this.search.list(filter.query(view), zone);
        String list = here(filter, view);
        List<TaskRow> rows = this.rows.of(page.rows(), view, list, filter.open());
        model.addAttribute("view", TaskFilter.id(view));
        model.addAttribute("list", list);
        model.addAttribute("views", this.views.of(ViewedList.TASKS, filter.written(view), tabs(filter, view, counts)));
        model.addAttribute("rows", rows);
        model.addAttribute("claimable", rows.stream().anyMatch(TaskRow::claimable));
        model.addAttribute("next", page.next());
        model.addAttribute("phases", Phase.values());
        model.addAttribute("assignees", assignees(rows));
        model.addAttribute("since", this.clock.millis());
        open(filter.open(), list, model);
        return "inbox/tasks";
    }

    /** The address of this page of the list, with nothing opened. */
    private static String here(TaskFilter filter, WorkItemView view) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(filter.address(view));
        if (filter.from() != null && !filter.from().isBlank()) {
            address.queryParam("from", UriUtils.encode(filter.from(), StandardCharsets.UTF_8));
        }
        return address.build(true).toUriString();
    }

    /** Puts the decision beside the list; one that is not for the reader is refused. */
    private void open(@Nullable String id, String list, Model model) {
        if (id != null && !id.isBlank()) {
            WorkItem item = this.workItems.get(id);
            this.access.requireSight(item);
            model.addAllAttributes(this.decision.of(item, list).getModel());
        }
    }

    /** What has come since a page was shown: one sentence, or nothing. */
    @GetMapping("/tasks/news")
    @Nullable String news(@RequestParam long since, @RequestParam(defaultValue = "/tasks") String list, WebRequest request,
            HttpServletResponse response, Model model) {
        Instant oldest = this.clock.instant().minus(Duration.ofDays(7));
        Instant from = Instant.ofEpochMilli(Math.max(since, oldest.toEpochMilli()));
        int arrived = this.search.arrivedSince(from);
        response.setHeader("Cache-Control", CacheControl.noCache().cachePrivate().getHeaderValue());
        if (request.checkNotModified("W/\"" + arrived + "\"")) {
            return null;
        }
        model.addAttribute("arrived", arrived);
        model.addAttribute("list", ReturnLink.of(list));
        return "inbox/_news :: news";
    }

    private static WorkItemView first(Map<WorkItemView, Integer> counts) {
        boolean none = counts.getOrDefault(WorkItemView.MINE, 0) == 0;
        return (none && counts.getOrDefault(WorkItemView.MY_GROUPS, 0) > 0) ? WorkItemView.MY_GROUPS
                : WorkItemView.MINE;
    }

    private static List<ViewTab> tabs(TaskFilter filter, WorkItemView current, Map<WorkItemView, Integer> counts) {
        return Arrays.stream(WorkItemView.values())
            .map((view) -> new ViewTab("inbox.view." + TaskFilter.id(view), filter.address(view), counts.get(view),
                    view == current))
            .toList();
    }

    /** Those who could take one of the tasks that the reader may assign. */
    /**
     * From whom is picked: those of the one role, or anybody; null if nothing is given.
     */
    private @Nullable String assignees(List<TaskRow> rows) {
        List<Role> roles = rows.stream()
            .filter((row) -> this.access.mayAssign(row.item()))
            .map((row) -> row.item().role())
            .distinct()
            .toList();
        if (roles.isEmpty()) {
            return null;
        }
        return (roles.size() == 1) ? HolderPickers.kind(roles.get(0)) : "person";
    }

}
