package io.slipway.monitor.operation.web;

import java.util.List;

import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are tried again, when and why, as typed.
 *
 * @param job ids of jobs, each with the revision that was seen
 * @param at that time, in the person's zone
 */
record RetryForm(@Nullable List<String> job, @Nullable String when, @DateTimeText @Nullable String at,
        @Nullable String reason) {

    RetryForm {
        job = (job != null) ? List.copyOf(job) : List.of();
        when = FormText.of(when).isEmpty() ? "now" : when;
        at = FormText.of(at);
        reason = FormText.of(reason);
    }

    List<String> jobs() {
        return (this.job != null) ? this.job : List.of();
    }

    boolean now() {
        return !"at".equals(this.when);
    }

    String time() {
        return FormText.of(this.at);
    }

    String text() {
        return FormText.of(this.reason);
    }

}
