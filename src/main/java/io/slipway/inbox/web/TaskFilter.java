package io.slipway.inbox.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.slipway.release.Phase;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemView;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the address of a task list asks for; unknown views and phases are left out rather
 * than refused, so that an old link still opens.
 *
 * @param view name of the view, such as {@code my-groups}
 * @param text words or the beginning of a release's key
 * @param from cursor where the page begins
 * @param open id of the task that stands beside the list
 */
record TaskFilter(@Nullable String view, @Nullable String text, @Nullable String phase, @Nullable String from,
        @Nullable String open) {

    static String id(WorkItemView view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<WorkItemView> chosenView() {
        return Arrays.stream(WorkItemView.values()).filter((each) -> id(each).equals(this.view)).findFirst();
    }

    /** The phase, if there is one of that name. */
    public @Nullable String chosenPhase() {
        String known = FormText.constant(Phase.class, this.phase);
        return known.isEmpty() ? null : known;
    }

    /** The words searched for, not longer than any that could be found. */
    public String words() {
        return FormText.filter(this.text);
    }

    /** Tells whether the list shows less than the whole view. */
    public boolean narrowed() {
        return !words().isEmpty() || chosenPhase() != null;
    }

    WorkItemQuery query(WorkItemView chosen) {
        return new WorkItemQuery(chosen, words(), null, chosenPhase(), this.from);
    }

    /** The address of another view with the same filters. */
    String address(WorkItemView other) {
        return "/tasks?" + written(other);
    }

    /** The query of a view with these filters, without its page. */
    String written(WorkItemView of) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance().queryParam("view", id(of));
        if (!words().isEmpty()) {
            query.queryParam("text", UriUtils.encode(words(), StandardCharsets.UTF_8));
        }
        if (chosenPhase() != null) {
            query.queryParam("phase", chosenPhase());
        }
        return Objects.requireNonNull(query.build(true).getQuery());
    }

}
