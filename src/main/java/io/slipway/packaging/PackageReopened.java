package io.slipway.packaging;

import io.slipway.release.Phase;

/**
 * Tells that an assembled package was taken apart, so that its validation starts again.
 *
 * @param version the version of the release at which it happened
 */
public record PackageReopened(String key, int version, Phase from, String reason) {
}
