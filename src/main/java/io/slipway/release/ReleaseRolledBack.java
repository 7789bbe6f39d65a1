package io.slipway.release;

/**
 * Tells that a release was taken back from production.
 *
 * @param reason why, in a person's words
 */
public record ReleaseRolledBack(String key, String reason) {
}
