package io.slipway.audit.web;

import io.slipway.audit.RecordQuery;
import io.slipway.audit.TrailFilters;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for in the record, as it stands in the address.
 *
 * @param since the first day, as {@code 2026-11-30}, in the person's zone
 * @param until the last day
 * @param part which acts of the release, as the address of its trail says it
 */
record RecordFilters(@Nullable String actor, @Nullable String action, @Nullable String type, @Nullable String subject,
        @Nullable String release, @Nullable String since, @Nullable String until, @Nullable String part,
        @Nullable String doer, @Nullable String text, @Nullable String from) {

    RecordFilters {
        actor = FormText.filter(actor);
        action = FormText.filter(action);
        type = FormText.filter(type);
        subject = FormText.filter(subject);
        release = FormText.filter(release);
        since = FormText.filter(since);
        until = FormText.filter(until);
        part = FormText.filter(part);
        doer = FormText.filter(doer);
        text = FormText.filter(text);
        from = FormText.of(from);
    }

    RecordQuery query(Times times, TrailFilters trails) {
        return new RecordQuery(text(this.actor), text(this.action), text(this.type), text(this.subject),
                text(this.release), times.day(text(this.since), 0), times.day(text(this.until), 1),
                trails.of(text(this.part), text(this.doer), text(this.text)));
    }

    String cursor() {
        return text(this.from);
    }

    /** Whether anything is asked for. */
    public boolean any() {
        return !(text(this.actor) + text(this.action) + text(this.type) + text(this.subject) + text(this.release)
                + text(this.since) + text(this.until))
            .isEmpty();
    }

    private static String text(@Nullable String text) {
        return (text != null) ? text : "";
    }

}
