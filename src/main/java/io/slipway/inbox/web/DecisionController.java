package io.slipway.inbox.web;

import io.slipway.identity.DutyConflictException;
import io.slipway.inbox.DraftManagement;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.ReleaseSuspendedException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItemConflictException;
import io.slipway.workflow.WorkItemRules;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.seen.FactsChangedException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The decision page of every user task: shows what decides and the step's form, and
 * completes the step. Nothing typed is lost, whatever comes in between.
 */
@Controller
@Navigation(Section.TASKS)
@RequestMapping("/tasks/{id}")
class DecisionController {

    private final WorkItems workItems;

    private final WorkItemRules rules;

    private final WorkItemActs acts;

    private final ReleaseManagement releases;

    private final DraftManagement drafts;

    private final StepForms forms;

    private final DecisionPage page;

    private final TaskAccess access;

    private final OutcomeWords outcomes;

    private final Messages messages;

    DecisionController(WorkItems workItems, WorkItemRules rules, WorkItemActs acts, ReleaseManagement releases,
            DraftManagement drafts, StepForms forms, DecisionPage page, TaskAccess access, OutcomeWords outcomes,
            Messages messages) {
        this.workItems = workItems;
        this.rules = rules;
        this.acts = acts;
        this.releases = releases;
        this.drafts = drafts;
        this.forms = forms;
        this.page = page;
        this.access = access;
        this.outcomes = outcomes;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam(name = "return", required = false) @Nullable String back) {
        WorkItem item = this.workItems.get(id);
        this.access.requireSight(item);
        return this.page.of(item, back);
    }

    /** The release's checklist, for the panel that asks for it when it is opened. */
    @GetMapping("/checklist")
    ModelAndView checklist(@PathVariable String id) {
        WorkItem item = this.workItems.get(id);
        this.access.requireSight(item);
        return new ModelAndView("inbox/_checklist :: checklist", "facts",
                this.releases.checklist(this.releases.get(item.businessKey())));
    }

    @PostMapping
    ModelAndView decide(@PathVariable String id, @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request, RedirectAttributes redirect) {
        WorkItem item = this.workItems.get(id);
        this.access.requirePart(item);
        Typed typed = Typed.of(request);
        if (!item.open()) {
            return problem(item, null, typed, back, HttpStatus.CONFLICT, "inbox.problem.ended");
        }
        String part = this.page.part(item);
        BoundForm<?> form = this.forms.sent(item);
        if (!form.valid() && this.rules.mayComplete(item).allowed()) {
            return problem(item, form, typed, back, HttpStatus.UNPROCESSABLE_ENTITY, null);
        }
        try {
            Outcome outcome = this.acts.complete(id, request.getParameter("seen"), (now) -> {
                if (!form.valid()) {
                    throw new WorkItemConflictException(id, now, null);
                }
                return form.complete(now);
            });
            return done(item, part, outcome, back, redirect);
        }
        catch (ReleaseSuspendedException ex) {
            rescue(id, typed, ex);
            return problem(item, form, typed, back, HttpStatus.CONFLICT, "inbox.problem.suspended");
        }
        catch (FactsChangedException ex) {
            return problem(item, form, typed, back, HttpStatus.CONFLICT, null).addObject("news", ex.changed())
                .addObject("hindrance", this.messages.text(ex.code(), ex.arguments()));
        }
        catch (InvalidInputException ex) {
            form.reject(ex);
            return problem(item, form, typed, back, HttpStatus.UNPROCESSABLE_ENTITY, null);
        }
        catch (DutyConflictException ex) {
            return problem(item, form, typed, back, HttpStatus.FORBIDDEN, "inbox.problem.duty");
        }
        catch (WorkItemConflictException ex) {
            WorkItem now = this.workItems.get(id);
            return problem(now, now.open() ? form : null, typed, back, HttpStatus.CONFLICT,
                    now.open() ? "inbox.problem.race" : "inbox.problem.ended");
        }
        catch (RuntimeException ex) {
            rescue(id, typed, ex);
            throw ex;
        }
    }

    /** Whatever went wrong: what was typed is found again when the task is opened. */
    private void rescue(String id, Typed typed, RuntimeException cause) {
        try {
            this.drafts.save(id, this.page.part(this.workItems.get(id)), typed.fields());
        }
        catch (RuntimeException ex) {
            cause.addSuppressed(ex);
        }
    }

    private ModelAndView done(WorkItem item, String part, Outcome outcome, @Nullable String back,
            RedirectAttributes redirect) {
        if (!outcome.completes()) {
            this.drafts.discard(item.id(), part);
            this.messages.success(redirect, "inbox.flash.saved");
            return ReturnLink.toTask(item, back);
        }
        this.drafts.discard(item.id());
        this.messages.success(redirect, "inbox.flash.decided", item.stepName(), item.businessKey(),
                this.outcomes.of(item, outcome.name()));
        redirect.addFlashAttribute("follow", "/tasks/" + item.id() + "/receipt");
        return ReturnLink.to(back);
    }

    private ModelAndView problem(WorkItem item, @Nullable BoundForm<?> form, Typed typed, @Nullable String back,
            HttpStatus status, @Nullable String message) {
        ModelAndView view = this.page.of(item, form, back);
        view.setStatus(status);
        if (message != null) {
            view.addObject("hindrance", this.messages.text(message));
        }
        view.addObject("typed", typed.filled());
        return view;
    }

}
