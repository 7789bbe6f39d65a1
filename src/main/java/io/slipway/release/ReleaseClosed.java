package io.slipway.release;

/**
 * Tells that a release ended after its review.
 */
public record ReleaseClosed(String key, boolean live) {
}
