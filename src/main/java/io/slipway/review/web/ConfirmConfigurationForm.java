package io.slipway.review.web;

/**
 * The statement that the CMDB is up to date.
 *
 * @param confirmed whether the CMDB shows what is in production
 * @param outcome the pressed button: {@code confirm}
 */
record ConfirmConfigurationForm(String updates, String confirmed, String outcome) {
}
