package io.slipway.deployment.run.web;

/**
 * What becomes of a failed step.
 *
 * @param target which target is left out of it, if one is
 * @param reason why
 * @param outcome the pressed button: {@code retry}, {@code ignore}, {@code exclude},
 * {@code fail-wave}, {@code roll-back}
 */
record DecideOnFailedStepForm(String target, String reason, String outcome) {
}
