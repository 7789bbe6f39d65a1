package io.slipway.audit.pack;

import java.time.Instant;

/**
 * The pack of a release as it was sealed at its end.
 *
 * @param logSize rows of the log to which it is bound
 * @param sealedAt when, UTC
 * @param digest SHA-256 of its manifest
 */
public record SealedPack(long logSize, Instant sealedAt, String digest) {
}
