package io.slipway.validation.web;

import java.util.ArrayList;
import java.util.List;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The record of a test done by hand, as typed.
 *
 * @param title what was tested
 * @param level what the test looked at
 * @param environment where
 * @param ranAt when, in the person's zone
 * @param source address of screenshots, files or notes
 * @param steps the steps, ten at most
 */
record ManualTestForm(@Nullable String title, @Nullable String level, @Nullable String environment,
        @Nullable String ranAt, @Nullable String source, @Nullable List<ManualStepForm> steps) {

    static final int STEPS = 10;

    /** So many steps are shown at once. */
    private static final int USUAL = 3;

    ManualTestForm {
        title = FormText.of(title);
        level = FormText.of(level);
        environment = FormText.of(environment);
        ranAt = FormText.of(ranAt);
        source = FormText.of(source);
        steps = complete(steps);
    }

    private static List<ManualStepForm> complete(@Nullable List<ManualStepForm> sent) {
        List<ManualStepForm> all = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            ManualStepForm step = (sent != null && i < sent.size()) ? sent.get(i) : null;
            all.add((step != null) ? step : ManualStepForm.empty());
        }
        return List.copyOf(all);
    }

    List<ManualStepForm> filled() {
        return (this.steps != null) ? this.steps.stream().filter((step) -> !step.isEmpty()).toList() : List.of();
    }

    /** Whether there are more steps than are shown at once. */
    public boolean more() {
        return this.steps != null && this.steps.stream().skip(USUAL).anyMatch((step) -> !step.isEmpty());
    }

}
