package io.slipway.inbox.web;

import io.slipway.identity.DutyConflictException;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemConflictException;
import io.slipway.workflow.WorkItemManagement;
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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The decision page of every user task: shows what decides and the step's form, and
 * completes the step. Nothing typed is lost, whatever comes in between.
 */
@Controller
@Navigation(Section.TASKS)
@RequestMapping("/tasks/{id}")
class DecisionController {

    private final WorkItemManagement workItems;

    private final Steps steps;

    private final DecisionPage page;

    private final TaskAccess access;

    private final RequestMappingHandlerAdapter adapter;

    DecisionController(WorkItemManagement workItems, Steps steps, DecisionPage page, TaskAccess access,
            RequestMappingHandlerAdapter adapter) {
        this.workItems = workItems;
        this.steps = steps;
        this.page = page;
        this.access = access;
        this.adapter = adapter;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam(name = "return", required = false) @Nullable String back) {
        WorkItem item = this.workItems.get(id);
        if (!this.access.maySee(item)) {
            return this.page.refusal(item);
        }
        return this.page.of(item, item.open() ? BoundForm.fresh(this.steps.of(item), item) : null, back);
    }

    @PostMapping
    ModelAndView decide(@PathVariable String id, @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request, RedirectAttributes flash) {
        WorkItem item = this.workItems.get(id);
        Typed typed = Typed.of(request);
        if (!this.access.maySee(item)) {
            return this.page.refusal(item).addObject("typed", typed.filled());
        }
        if (!item.open()) {
            return problem(item, null, typed, back, HttpStatus.CONFLICT, "inbox.problem.ended");
        }
        BoundForm<?> form = BoundForm.bind(this.steps.of(item), request, this.adapter.getWebBindingInitializer(), true);
        if (!form.valid()) {
            return problem(item, form, typed, back, HttpStatus.UNPROCESSABLE_ENTITY, "inbox.problem.invalid");
        }
        try {
            Outcome outcome = this.workItems.complete(id, form::complete);
            return done(item, outcome, back, flash);
        }
        catch (InvalidInputException ex) {
            form.reject(ex);
            return problem(item, form, typed, back, HttpStatus.UNPROCESSABLE_ENTITY, "inbox.problem.invalid");
        }
        catch (DutyConflictException ex) {
            return problem(item, form, typed, back, HttpStatus.FORBIDDEN, "inbox.problem.duty");
        }
        catch (WorkItemConflictException ex) {
            WorkItem now = this.workItems.get(id);
            return problem(now, now.open() ? form : null, typed, back, HttpStatus.CONFLICT,
                    now.open() ? "inbox.problem.race" : "inbox.problem.ended");
        }
    }

    private ModelAndView done(WorkItem item, Outcome outcome, @Nullable String back, RedirectAttributes flash) {
        String message = outcome.completes() ? "inbox.flash.decided" : "inbox.flash.saved";
        flash.addFlashAttribute("flash", message);
        return new ModelAndView("redirect:" + (outcome.completes() ? ReturnLink.of(back) : "/tasks/" + item.id()));
    }

    private ModelAndView problem(WorkItem item, @Nullable BoundForm<?> form, Typed typed, @Nullable String back,
            HttpStatus status, String message) {
        ModelAndView view = this.page.of(item, form, back);
        view.setStatus(status);
        view.addObject("problem", message);
        view.addObject("typed", typed.filled());
        return view;
    }

}
