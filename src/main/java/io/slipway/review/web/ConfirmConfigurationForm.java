package io.slipway.review.web;

import jakarta.validation.constraints.Pattern;

/**
 * The statement that the CMDB is up to date.
 *
 * @param confirmed whether the CMDB shows what is in production
 * @param outcome the pressed button: {@code confirm}
 */
record ConfirmConfigurationForm(String updates, String confirmed,
        @Pattern(regexp = "confirm", message = "{review.outcome.missing}") String outcome) {
}
