package io.slipway.validation.web;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * One step of a test done by hand, as typed.
 *
 * @param action what was done; an empty step is left out
 * @param expected what should have happened
 * @param actual what happened
 * @param result {@code passed}, {@code failed} or {@code skipped}
 * @param severity how much it weighs if it failed
 */
record ManualStepForm(@Nullable String action, @Nullable String expected, @Nullable String actual,
        @Nullable String result, @Nullable String severity) {

    ManualStepForm {
        action = FormText.of(action);
        expected = FormText.of(expected);
        actual = FormText.of(actual);
        result = FormText.of(result);
        severity = FormText.of(severity);
    }

    static ManualStepForm empty() {
        return new ManualStepForm("", "", "", "", "");
    }

    boolean isEmpty() {
        return (FormText.of(this.action) + FormText.of(this.expected) + FormText.of(this.actual)
                + FormText.of(this.result))
            .isEmpty();
    }

}
