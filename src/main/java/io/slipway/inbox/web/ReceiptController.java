package io.slipway.inbox.web;

import java.util.List;

import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import io.slipway.workflow.WorkItems;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/**
 * The receipt of a decision: what was done, what comes next and who is asked, as the
 * process goes on, and the reader's own next task.
 */
@Controller
@Navigation(Section.TASKS)
class ReceiptController {

    private final WorkItems workItems;

    private final WorkItemSearch search;

    private final ReleaseManagement releases;

    private final TaskAccess access;

    ReceiptController(WorkItems workItems, WorkItemSearch search, ReleaseManagement releases, TaskAccess access) {
        this.workItems = workItems;
        this.search = search;
        this.releases = releases;
        this.access = access;
    }

    @GetMapping("/tasks/{id}/receipt")
    ModelAndView show(@PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        WorkItem item = this.workItems.get(id);
        this.access.requireSight(item);
        List<WorkItem> next = this.workItems.openOf(item.businessKey());
        boolean open = item.ofRelease() && this.releases.get(item.businessKey()).open();
        return new ModelAndView(part ? "inbox/_receipt :: receipt" : "inbox/receipt", "item", item)
            .addObject("next", next)
            .addObject("works", open && !item.open() && next.isEmpty())
            .addObject("ended", item.ofRelease() && !open)
            .addObject("mine", mine(item));
    }

    private List<WorkItem> mine(WorkItem item) {
        return this.search.list(WorkItemQuery.of(WorkItemView.MINE), LocaleContextHolder.getTimeZone().toZoneId())
            .rows()
            .stream()
            .filter((one) -> !one.id().equals(item.id()))
            .limit(1)
            .toList();
    }

}
