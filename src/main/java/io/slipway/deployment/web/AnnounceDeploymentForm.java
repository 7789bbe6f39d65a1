package io.slipway.deployment.web;

import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What was told to whom before the deployment. Times are in the person's zone.
 *
 * @param audience who was told
 * @param channel how
 * @param text what was told
 * @param announcedAt when
 * @param outcome the pressed button: {@code announced}
 */
record AnnounceDeploymentForm(
        @NotBlank(message = "{deployment.audience.missing}") @Size(max = 500,
                message = "{deployment.text.too-long}") @Nullable String audience,
        @NotBlank(message = "{deployment.channel.missing}") @Size(max = 200,
                message = "{deployment.text.too-long}") @Nullable String channel,
        @NotBlank(message = "{deployment.text.missing}") @Size(max = 4000,
                message = "{deployment.text.too-long}") @Nullable String text,
        @NotBlank(message = "{deployment.announcedAt.missing}") @DateTimeText @Nullable String announcedAt,
        @Pattern(regexp = "announced", message = "{deployment.outcome.missing}") @Nullable String outcome) {

    AnnounceDeploymentForm {
        audience = FormText.of(audience);
        channel = FormText.of(channel);
        text = FormText.of(text);
        announcedAt = FormText.of(announcedAt);
        outcome = FormText.of(outcome);
    }

}
