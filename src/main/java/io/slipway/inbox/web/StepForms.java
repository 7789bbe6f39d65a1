package io.slipway.inbox.web;

import io.slipway.ui.form.FormText;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.Steps;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Makes the form of a work item's step: as first shown, from what was sent, or from a
 * draft. Records are bound by their constructor.
 */
@Component
class StepForms {

    private final Steps steps;

    private final RequestMappingHandlerAdapter adapter;

    /** The request of the thread: a proxy. */
    private final HttpServletRequest request;

    StepForms(Steps steps, RequestMappingHandlerAdapter adapter, HttpServletRequest request) {
        this.steps = steps;
        this.adapter = adapter;
        this.request = request;
    }

    /** The form as first shown. */
    BoundForm<?> fresh(WorkItem item, String part) {
        return fresh(this.steps.of(item), item, part);
    }

    /** The form as sent, by one of its buttons. */
    BoundForm<?> sent(WorkItem item) {
        return bind(this.steps.of(item), this.request, true);
    }

    /** The form as somebody left it, by whatever button. */
    BoundForm<?> restored(WorkItem item, Typed typed) {
        BoundForm<?> form = bind(this.steps.of(item), typed.in(this.request), false);
        return form.valid() ? form : fresh(item, "");
    }

    private static <F> BoundForm<F> fresh(Step<F> step, WorkItem item, String part) {
        F form = part.isEmpty() ? step.newForm(item) : step.newForm(item, part);
        return new BoundForm<>(step, form, new BeanPropertyBindingResult(form, BoundForm.NAME));
    }

    private <F> BoundForm<F> bind(Step<F> step, HttpServletRequest source, boolean decided) {
        ServletRequestDataBinder binder = new ServletRequestDataBinder(null, BoundForm.NAME);
        binder.setTargetType(ResolvableType.forClass(step.formType()));
        WebBindingInitializer initializer = this.adapter.getWebBindingInitializer();
        if (initializer != null) {
            initializer.initBinder(binder);
        }
        binder.construct(source);
        if (decided && binder.getTarget() != null && !step.hasButton(FormText.of(source.getParameter("outcome")))) {
            binder.getBindingResult().rejectValue("outcome", "ui.button.missing");
        }
        return new BoundForm<>(step, step.formType().cast(binder.getTarget()), binder.getBindingResult());
    }

}
