package io.slipway.change.web;

/**
 * The change authority's decision.
 *
 * @param reason why, or what is not clear
 * @param conditions under which the change is authorised
 * @param outcome the pressed button: {@code authorise}, {@code reject},
 * {@code more-information}
 */
record AuthoriseChangeForm(String reason, String conditions, String outcome) {
}
