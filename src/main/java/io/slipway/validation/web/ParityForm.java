package io.slipway.validation.web;

/**
 * The choice of the environments to compare.
 *
 * @param test key of the test environment
 */
record ParityForm(String test, String production) {
}
