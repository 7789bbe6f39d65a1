package io.slipway.release.web;

/**
 * Why a release is given up, as typed.
 */
record CancelReleaseForm(String reason) {
}
