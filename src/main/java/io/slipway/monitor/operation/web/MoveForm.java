package io.slipway.monitor.operation.web;

/**
 * Which token goes where, and why, as chosen and typed.
 *
 * @param to id of the element to which it goes
 */
record MoveForm(String token, String to, String reason) {
}
