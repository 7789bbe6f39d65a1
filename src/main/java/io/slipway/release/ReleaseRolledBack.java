package io.slipway.release;

/**
 * Tells that a release was taken back from production.
 */
public record ReleaseRolledBack(String key, String reason) {
}
