package io.slipway.change.web;

import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The change authority's decision.
 *
 * @param reason why, or what is not clear
 * @param conditions under which the change is authorised
 * @param outcome the pressed button: {@code authorise}, {@code reject},
 * {@code more-information}
 */
@RequiredFor(outcomes = "reject", field = "reason", message = "{change.reason.missing}")
@RequiredFor(outcomes = "more-information", field = "reason", message = "{change.question.missing}")
record AuthoriseChangeForm(@Size(max = 2000, message = "{change.text.too-long}") @Nullable String reason,
        @Size(max = 2000, message = "{change.text.too-long}") @Nullable String conditions,
        @Pattern(regexp = "authorise|reject|more-information",
                message = "{change.outcome.missing}") @Nullable String outcome) {

    AuthoriseChangeForm {
        reason = FormText.of(reason);
        conditions = FormText.of(conditions);
        outcome = FormText.of(outcome);
    }

}
