package io.slipway.release;

/**
 * Tells that a release was given up before deployment.
 *
 * @param reason why, in a person's words
 */
public record ReleaseCancelled(String key, String reason) {
}
