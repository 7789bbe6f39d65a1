package io.slipway.packaging;

import java.time.Instant;

/**
 * Somebody told that an artifact of a release was deleted where it was kept.
 *
 * @param unit name and version of the unit
 * @param digest SHA-256 of its artifact
 * @param deletedAt when it was deleted, UTC
 */
public record ArtifactMissing(String key, String unit, String digest, String source, Instant deletedAt) {
}
