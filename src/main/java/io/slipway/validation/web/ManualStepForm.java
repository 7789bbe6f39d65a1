package io.slipway.validation.web;

/**
 * One step of a test done by hand, as typed.
 *
 * @param action what was done; an empty step is left out
 * @param result {@code passed}, {@code failed} or {@code skipped}
 * @param severity how much it weighs if it failed
 */
record ManualStepForm(String action, String expected, String actual, String result, String severity) {

    static ManualStepForm empty() {
        return new ManualStepForm("", "", "", "", "");
    }

    boolean isEmpty() {
        return (this.action + this.expected + this.actual + this.result).isEmpty();
    }

}
