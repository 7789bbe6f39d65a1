package io.slipway.packaging;

import java.time.Instant;

/**
 * An artifact of which somebody told that it was deleted where it was kept.
 *
 * @param digest its SHA-256
 * @param deletedAt when it was deleted, UTC
 */
public record MissingArtifact(String digest, String source, Instant deletedAt) {
}
