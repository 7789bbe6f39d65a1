package io.slipway.deployment.run.web;

/**
 * How a step of a run went.
 *
 * @param note what was seen, or why it failed
 * @param evidence what the plan wants left behind
 * @param outcome the pressed button: {@code done}, {@code failed}, {@code begin}
 */
record DoStepForm(String note, String evidence, String outcome) {
}
