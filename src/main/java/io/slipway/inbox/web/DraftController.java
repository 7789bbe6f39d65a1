package io.slipway.inbox.web;

import io.slipway.identity.Role;
import io.slipway.inbox.DraftManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import jakarta.servlet.http.HttpServletRequest;
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
 * Saves and discards what a person has typed into a task so far: by a button, and by the
 * page's script a moment after typing.
 */
@Controller
@PreAuthorize(Role.ASKED)
@Navigation(Section.TASKS)
@RequestMapping("/tasks/{id}/draft")
class DraftController {

    private final WorkItems workItems;

    private final DraftManagement drafts;

    private final StepForms forms;

    private final DecisionPage page;

    private final TaskAccess access;

    private final Messages messages;

    DraftController(WorkItems workItems, DraftManagement drafts, StepForms forms, DecisionPage page, TaskAccess access,
            Messages messages) {
        this.workItems = workItems;
        this.drafts = drafts;
        this.forms = forms;
        this.page = page;
        this.access = access;
        this.messages = messages;
    }

    @PostMapping
    ModelAndView save(@PathVariable String id, @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request, RedirectAttributes redirect) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        Typed typed = Typed.of(request);
        String part = this.page.part(item);
        try {
            this.drafts.save(id, part, typed.fields());
        }
        catch (InvalidInputException ex) {
            ModelAndView page = this.page.of(item, item.open() ? this.forms.restored(item, typed) : null, back);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("hindrance", this.messages.text(ex.code(), ex.arguments()));
            return page.addObject("typed", typed.filled());
        }
        this.messages.success(redirect, "inbox.flash.draft");
        return ReturnLink.toTask(item, part, back);
    }

    /**
     * The script's way: the answer is one sentence for the page, 409 if it is too late.
     */
    @PostMapping(params = "auto")
    ModelAndView autosave(@PathVariable String id, HttpServletRequest request) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        String part = this.page.part(item);
        this.drafts.save(id, part, Typed.of(request).fields());
        boolean late = !item.open() || (item.assignee() != null && !this.access.isAssignee(item));
        String fragment = item.open() ? (late ? "taken" : "saved") : "ended";
        ModelAndView answer = new ModelAndView("inbox/_draft :: " + fragment,
                late ? HttpStatus.CONFLICT : HttpStatus.OK);
        return answer.addObject("item", item).addObject("draft", this.drafts.find(id, part).orElseThrow());
    }

    /** What decides, of what is typed so far; nothing is kept. */
    @PostMapping(params = "facts")
    ModelAndView facts(@PathVariable String id) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        return new ModelAndView("inbox/_facts :: facts", "shown", new ShownFacts(this.forms.sent(item).deciding(item)));
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable String id,
            @RequestParam(name = "return", required = false) @Nullable String back, RedirectAttributes redirect) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        String part = this.page.part(item);
        this.drafts.discard(id, part);
        this.messages.success(redirect, "inbox.flash.discarded");
        return ReturnLink.toTask(item, part, back);
    }

}
