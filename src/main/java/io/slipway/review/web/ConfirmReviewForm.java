package io.slipway.review.web;

import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The service owner's word on a review.
 *
 * @param reason why it is returned
 * @param outcome the pressed button: {@code confirm}, {@code return}
 */
@RequiredFor(outcomes = "return", field = "reason", message = "{review.reason.missing}")
record ConfirmReviewForm(@Size(max = 2000, message = "{review.text.too-long}") @Nullable String reason,
        @Pattern(regexp = "confirm|return", message = "{review.outcome.missing}") @Nullable String outcome) {

    ConfirmReviewForm {
        reason = FormText.of(reason);
        outcome = FormText.of(outcome);
    }

}
