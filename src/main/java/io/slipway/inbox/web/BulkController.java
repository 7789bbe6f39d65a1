package io.slipway.inbox.web;

import java.util.ArrayList;
import java.util.List;

import io.slipway.identity.DutyConflictException;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.RefusedForm;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItemConflictException;
import io.slipway.workflow.WorkItems;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Claims or assigns tasks from the list, one or several at once; each is its own act with
 * its own result, and one refused does not stop the others.
 */
@Controller
@PreAuthorize(Role.ASKED)
@Navigation(Section.TASKS)
class BulkController {

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final TaskAccess access;

    private final PersonDirectory people;

    private final Messages messages;

    BulkController(WorkItems workItems, WorkItemActs acts, TaskAccess access, PersonDirectory people,
            Messages messages) {
        this.workItems = workItems;
        this.acts = acts;
        this.access = access;
        this.people = people;
        this.messages = messages;
    }

    @PostMapping(path = "/tasks", params = "only")
    ModelAndView claimOne(@RequestParam String only,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        return each(List.of(only), back, redirect, this::claim);
    }

    @PostMapping(path = "/tasks", params = "act=claim")
    ModelAndView claim(@RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        return each(tasks, back, redirect, this::claim);
    }

    @PostMapping(path = "/tasks", params = "act=assign")
    ModelAndView assign(@RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        if (assignee.isBlank()) {
            return refused(back, "inbox.assign.nobody");
        }
        return each(tasks, back, redirect, (item) -> {
            this.acts.assign(item.id(), assignee);
            return this.messages.text("inbox.bulk.assigned", this.people.name(assignee));
        });
    }

    private String claim(WorkItem item) {
        this.acts.claim(item.id());
        return this.messages.text("inbox.bulk.claimed");
    }

    private ModelAndView each(@Nullable List<String> tasks, @Nullable String back, RedirectAttributes redirect,
            Act act) {
        if (tasks == null || tasks.isEmpty()) {
            return refused(back, "inbox.bulk.none");
        }
        List<BulkResult> results = new ArrayList<>();
        for (String id : tasks.stream().distinct().limit(KeyPage.SIZE).toList()) {
            results.add(one(id, act));
        }
        redirect.addFlashAttribute("results", results);
        return ReturnLink.to(back);
    }

    private ModelAndView refused(@Nullable String back, String code) {
        return RefusedForm.at(ReturnLink.of(back), this.messages.text(code));
    }

    private BulkResult one(String id, Act act) {
        String label = id;
        try {
            WorkItem item = this.workItems.get(id);
            if (!this.access.hasPart(item)) {
                return new BulkResult(id, id, false, this.messages.text("inbox.refused.title"));
            }
            label = item.stepName() + " · " + item.businessKey();
            return new BulkResult(id, label, true, act.on(item));
        }
        catch (DutyConflictException ex) {
            return new BulkResult(id, label, false, ex.verdict().reason());
        }
        catch (InvalidInputException ex) {
            return new BulkResult(id, label, false, this.messages.text(ex.code(), ex.arguments()));
        }
        catch (WorkItemConflictException ex) {
            return new BulkResult(id, label, false, conflict(ex.item()));
        }
        catch (NotFoundException ex) {
            return new BulkResult(id, label, false, this.messages.text("inbox.bulk.unknown"));
        }
    }

    private String conflict(@Nullable WorkItem now) {
        if (now == null) {
            return this.messages.text("inbox.bulk.gone");
        }
        if (now.open() && now.assignee() != null) {
            return this.messages.text("inbox.bulk.taken", this.people.name(now.assignee()));
        }
        return this.messages.text(now.open() ? "inbox.bulk.again" : "inbox.bulk.ended");
    }

    /** One thing done with a task, told in words. */
    private interface Act {

        String on(WorkItem item);

    }

}
