package io.slipway.validation.web;

import java.util.ArrayList;
import java.util.List;

import io.slipway.file.SentFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * The record of a test done by hand, as typed.
 *
 * @param environment where
 * @param ranAt when, in the person's zone
 * @param source address of further material
 * @param attachment files; a browser does not keep them over an error
 * @param steps the steps, ten at most
 */
record ManualTestForm(String title, String level, String environment, String ranAt, String source,
        @Nullable List<MultipartFile> attachment, @Nullable List<ManualStepForm> steps) {

    static final int STEPS = 10;

    /** So many steps are shown at once. */
    private static final int USUAL = 3;

    ManualTestForm {
        attachment = SentFiles.chosen(attachment);
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

    /** Whether there are files, which have to be chosen again after an error. */
    boolean hasFiles() {
        return this.attachment != null && !this.attachment.isEmpty();
    }

    /** The files, one after the other. */
    SentFiles files() {
        return SentFiles.of((this.attachment != null) ? this.attachment : List.of());
    }

    List<ManualStepForm> filled() {
        return (this.steps != null) ? this.steps.stream().filter((step) -> !step.isEmpty()).toList() : List.of();
    }

    /** Whether there are more steps than are shown at once. */
    public boolean more() {
        return this.steps != null && this.steps.stream().skip(USUAL).anyMatch((step) -> !step.isEmpty());
    }

}
