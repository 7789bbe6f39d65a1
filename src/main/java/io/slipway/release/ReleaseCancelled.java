package io.slipway.release;

/**
 * Tells that a release was given up before deployment.
 */
public record ReleaseCancelled(String key, String reason) {
}
