package io.slipway.inbox.web;

import java.time.Instant;

import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes, gives back, assigns and puts off one task from its page. What is refused shows
 * the page again with the reason, or, where somebody was faster, who and when.
 */
@Controller
@PreAuthorize(Role.ASKED)
@Navigation(Section.TASKS)
@RequestMapping("/tasks/{id}")
class TaskActController {

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final DecisionPage page;

    private final TaskAccess access;

    private final Times times;

    private final Messages messages;

    TaskActController(WorkItems workItems, WorkItemActs acts, DecisionPage page, TaskAccess access, Times times,
            Messages messages) {
        this.workItems = workItems;
        this.acts = acts;
        this.page = page;
        this.access = access;
        this.times = times;
        this.messages = messages;
    }

    @PostMapping("/claim")
    ModelAndView claim(@PathVariable String id, @RequestParam(name = "return", required = false) @Nullable String back,
            RedirectAttributes redirect) {
        return act(id, back, redirect, "inbox.flash.claimed", (item) -> this.acts.claim(id));
    }

    @PostMapping("/unclaim")
    ModelAndView unclaim(@PathVariable String id,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        return act(id, back, redirect, "inbox.flash.unclaimed", (item) -> this.acts.unclaim(id));
    }

    @PostMapping("/assign")
    ModelAndView assign(@PathVariable String id, @RequestParam(defaultValue = "") String assignee,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        return act(id, back, redirect, "inbox.flash.assigned", (item) -> {
            if (assignee.isBlank()) {
                throw new InvalidInputException("assignee", "inbox.assign.nobody");
            }
            this.acts.assign(id, assignee);
        });
    }

    @PostMapping("/follow-up")
    ModelAndView followUp(@PathVariable String id, @RequestParam(defaultValue = "") String followUpAt,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        return act(id, back, redirect, "inbox.flash.followed-up", (item) -> {
            Instant at = followUpAt.isBlank() ? null : this.times.parse("followUpAt", followUpAt);
            if (at != null && this.times.past(at)) {
                throw new InvalidInputException("followUpAt", "inbox.follow-up.past");
            }
            this.acts.followUp(id, at);
        });
    }

    private ModelAndView act(String id, @Nullable String back, RedirectAttributes redirect, String done, Act act) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        try {
            act.on(item);
        }
        catch (DutyConflictException ex) {
            return again(item, back, HttpStatus.FORBIDDEN, ex.verdict().reason());
        }
        catch (InvalidInputException ex) {
            return again(item, back, HttpStatus.UNPROCESSABLE_ENTITY, this.messages.text(ex.code(), ex.arguments()));
        }
        this.messages.success(redirect, done, item.stepName(), item.businessKey());
        WorkItem now = this.workItems.get(id);
        return this.access.maySee(now) ? ReturnLink.toTask(item, back) : ReturnLink.to(back);
    }

    private ModelAndView again(WorkItem item, @Nullable String back, HttpStatus status, String reason) {
        ModelAndView view = this.page.of(item, back);
        view.setStatus(status);
        return view.addObject("hindrance", reason);
    }

    /** One thing done with a task. */
    private interface Act {

        void on(WorkItem item);

    }

}
