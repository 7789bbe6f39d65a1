package io.slipway.release;

/**
 * Tells that a release ended after its review.
 *
 * @param live whether it stays in production
 */
public record ReleaseClosed(String key, boolean live) {
}
