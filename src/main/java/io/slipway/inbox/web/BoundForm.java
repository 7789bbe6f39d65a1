package io.slipway.inbox.web;

import java.util.List;

import io.slipway.input.InvalidInputException;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;

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

    /** The form's name in templates. */
    static final String NAME = "form";

    boolean valid() {
        return this.form != null && !this.errors.hasErrors();
    }

    Outcome complete(WorkItem item) {
        if (this.form == null) {
            throw new IllegalStateException("An unbound form decides nothing");
        }
        return this.step.complete(item, this.form);
    }

    /** What decides, of the form as it was typed so far. */
    List<DecidingFact> deciding(WorkItem item) {
        return (this.form != null) ? this.step.deciding(item, this.form) : this.step.deciding(item);
    }

    void reject(InvalidInputException ex) {
        FormErrors.add(this.errors, ex);
    }

    void expose(ModelMap model) {
        model.addAttribute(NAME, this.form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + NAME, this.errors);
    }

}
