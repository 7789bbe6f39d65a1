package io.slipway.packaging;

import java.time.Instant;

/**
 * A document or script that was uploaded for a package, without its content.
 *
 * @param name what the file is called, unique within the release
 * @param size its length in bytes
 * @param digest its SHA-256, 64 lower-case hexadecimal digits
 * @param fileId id of the file that holds its content
 * @param uploadedAt when it was uploaded, UTC
 */
public record PackageDocument(long id, DocumentKind kind, String name, long size, String digest, long fileId,
        String uploadedBy, Instant uploadedAt) {
}
