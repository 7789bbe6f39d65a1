package io.slipway.monitor.operation.web;

import java.util.List;

import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are tried again, when and why, as typed.
 *
 * @param job ids of jobs, each with the revision that was seen
 * @param at that time, in the person's zone
 */
record RetryForm(@Nullable List<String> job, String when, String at, String reason) {

    RetryForm {
        job = FormText.chosen(job);
        when = when.isEmpty() ? "now" : when;
    }

    List<String> jobs() {
        return FormText.chosen(this.job);
    }

    boolean now() {
        return !"at".equals(this.when);
    }

}
