package io.slipway.schedule.web;

import io.slipway.ui.InvalidInputException;

import org.springframework.validation.BindingResult;

/**
 * Puts a refusal of a service at the form's field.
 */
final class FormErrors {

    private FormErrors() {
    }

    static void add(BindingResult errors, InvalidInputException refusal) {
        if (refusal.field().isEmpty()) {
            errors.reject(refusal.code(), refusal.arguments(), refusal.code());
        }
        else {
            errors.rejectValue(refusal.field(), refusal.code(), refusal.arguments(), refusal.code());
        }
    }

}
