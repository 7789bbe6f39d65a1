package io.slipway.monitor.operation.web;

/**
 * Why something is done, as typed.
 */
record OperationForm(String reason) {
}
