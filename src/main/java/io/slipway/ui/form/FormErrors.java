package io.slipway.ui.form;

import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.validation.Errors;

/**
 * Puts a service's refusals where the person can mend them: each at the form's field.
 */
public final class FormErrors {

    private FormErrors() {
    }

    /**
     * Does what a form asks for, if it could be read, and adds what is refused.
     * @param act refuses with an {@link InvalidInputException}
     */
    public static boolean none(Errors errors, Runnable act) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            act.run();
            return true;
        }
        catch (InvalidInputException ex) {
            add(errors, ex);
            return false;
        }
    }

    /**
     * Adds a refusal to a form's errors: at the fields that it names, above the form if
     * it names none or one that the form does not have.
     */
    public static void add(Errors errors, InvalidInputException refusal) {
        refusal.problems().forEach((problem) -> add(errors, problem));
    }

    private static void add(Errors errors, InputProblem problem) {
        if (!problem.field().isEmpty()) {
            try {
                errors.rejectValue(problem.field(), problem.code(), problem.arguments(), problem.code());
                return;
            }
            catch (InvalidPropertyException unknown) {
                // The form has no such field: the reason stands above the form instead.
            }
        }
        errors.reject(problem.code(), problem.arguments(), problem.code());
    }

}
