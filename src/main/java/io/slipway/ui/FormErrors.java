package io.slipway.ui;

import org.springframework.validation.Errors;

/**
 * Puts a service's refusal where the person can mend it: at the form's field.
 */
public final class FormErrors {

    private FormErrors() {
    }

    /**
     * Adds a refusal to a form's errors, above the form if it names no field.
     * @param errors the form's errors
     * @param refusal the refusal; a field that it names must be one of the form's
     */
    public static void add(Errors errors, InvalidInputException refusal) {
        if (refusal.field().isEmpty()) {
            errors.reject(refusal.code(), refusal.arguments(), refusal.code());
        }
        else {
            errors.rejectValue(refusal.field(), refusal.code(), refusal.arguments(), refusal.code());
        }
    }

}
