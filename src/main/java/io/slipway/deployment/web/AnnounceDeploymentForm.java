package io.slipway.deployment.web;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * What was told to whom before the deployment. Times are in the person's zone.
 *
 * @param audience roles, and others by any name
 * @param outcome the pressed button: {@code announced}
 */
record AnnounceDeploymentForm(@Nullable List<String> audience, String channel, String text, String announcedAt,
        String outcome) {

    /** Whom they told, in a line. */
    String told() {
        return FormText.chosen(this.audience)
            .stream()
            .map(String::strip)
            .filter((one) -> !one.isEmpty())
            .collect(Collectors.joining(", "));
    }

}
