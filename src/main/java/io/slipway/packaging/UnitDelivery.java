package io.slipway.packaging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The command to deliver a release unit.
 *
 * @param name its name, unique within the release, at most 80 characters
 * @param version its version, at most 60 characters
 * @param artifact address of the artifact: an http(s) address or a package URL
 * @param digest SHA-256 of the artifact, 64 hexadecimal digits in either case
 * @param commit source commit, 7 to 40 hexadecimal digits
 * @param committedAt time of that commit, UTC, not in the future; null, which is refused,
 * if it was not said
 */
public record UnitDelivery(String name, String version, String artifact, String digest, String commit,
        @Nullable Instant committedAt) {
}
