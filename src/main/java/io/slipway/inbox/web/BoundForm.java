package io.slipway.inbox.web;

import io.slipway.ui.InvalidInputException;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.Step;
import io.slipway.workflow.WorkItem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.core.ResolvableType;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.support.WebBindingInitializer;

/**
 * A step's form, new or bound to what was typed, with its errors: it holds invalid input
 * as well as valid.
 *
 * @param <F> the form's type
 * @param step the step that the form belongs to
 * @param form the form; null only if what was sent could not be bound at all
 * @param errors what is wrong with it, field by field
 */
record BoundForm<F>(Step<F> step, @Nullable F form, BindingResult errors) {

    private static final String NAME = "form";

    static <F> BoundForm<F> fresh(Step<F> step, WorkItem item) {
        F form = step.newForm(item);
        return new BoundForm<>(step, form, new BeanPropertyBindingResult(form, NAME));
    }

    /** Binds by the record's constructor; validates only what shall be decided on. */
    static <F> BoundForm<F> bind(Step<F> step, HttpServletRequest request, WebBindingInitializer initializer,
            boolean validate) {
        ServletRequestDataBinder binder = new ServletRequestDataBinder(null, NAME);
        binder.setTargetType(ResolvableType.forClass(step.formType()));
        initializer.initBinder(binder);
        binder.construct(request);
        if (validate && binder.getTarget() != null) {
            binder.validate();
        }
        F form = step.formType().cast(binder.getTarget());
        return new BoundForm<>(step, form, binder.getBindingResult());
    }

    boolean valid() {
        return this.form != null && !this.errors.hasErrors();
    }

    Outcome complete(WorkItem item) {
        if (this.form == null) {
            throw new IllegalStateException("An unbound form decides nothing");
        }
        return this.step.complete(item, this.form);
    }

    void reject(InvalidInputException ex) {
        if (!ex.field().isEmpty()) {
            try {
                this.errors.rejectValue(ex.field(), ex.code(), ex.arguments(), ex.code());
                return;
            }
            catch (NotReadablePropertyException unknown) {
                // The form has no such field: the reason stands above the form instead.
            }
        }
        this.errors.reject(ex.code(), ex.arguments(), ex.code());
    }

    void expose(ModelMap model) {
        if (this.form != null) {
            model.addAttribute(NAME, this.form);
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + NAME, this.errors);
    }

}
