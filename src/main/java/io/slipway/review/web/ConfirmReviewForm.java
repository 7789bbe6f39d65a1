package io.slipway.review.web;

import jakarta.validation.constraints.Pattern;

/**
 * The service owner's word on a review.
 *
 * @param outcome the pressed button: {@code confirm}, {@code return}
 */
record ConfirmReviewForm(String reason,
        @Pattern(regexp = "confirm|return", message = "{review.outcome.missing}") String outcome) {
}
