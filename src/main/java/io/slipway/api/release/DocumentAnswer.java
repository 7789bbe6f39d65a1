package io.slipway.api.release;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.slipway.packaging.PackageDocument;

/**
 * A document or script of a package as tools read it.
 *
 * @param id identifies it
 * @param kind {@code documentation} or {@code scripts}
 * @param name what the file is called, unique within the release
 * @param size its length in bytes
 * @param digest its SHA-256, lower-case hexadecimal digits
 * @param uploadedBy user name of who uploaded it
 */
record DocumentAnswer(long id, String kind, String name, long size, String digest, String uploadedBy,
        Instant uploadedAt) {

    static DocumentAnswer of(PackageDocument document) {
        return new DocumentAnswer(document.id(), document.kind().name().toLowerCase(Locale.ROOT), document.name(),
                document.size(), document.digest(), document.uploadedBy(), document.uploadedAt());
    }

    /**
     * All documents and scripts of a release.
     *
     * @param documents by kind, then by name; at most 100
     */
    record All(List<DocumentAnswer> documents) {
    }

}
