package io.slipway.change.web;

import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The change authority's decision.
 *
 * @param outcome the pressed button
 * @param reason why, or what is not clear
 * @param conditions under which the change is authorised
 */
@RequiredFor(outcomes = "reject", field = "reason", message = "{change.reason.missing}")
@RequiredFor(outcomes = "more-information", field = "reason", message = "{change.question.missing}")
record AuthoriseChangeForm(
        @NotNull(message = "{change.outcome.missing}") @Pattern(regexp = "authorise|reject|more-information",
                message = "{change.outcome.missing}") @Nullable String outcome,
        @Size(max = 2000, message = "{change.reason.too-long}") @Nullable String reason,
        @Size(max = 2000, message = "{change.reason.too-long}") @Nullable String conditions) {
}
