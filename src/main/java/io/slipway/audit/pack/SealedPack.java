package io.slipway.audit.pack;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The pack of a release as it was sealed at its end.
 *
 * @param logSize rows of the log to which it is bound
 * @param sealedAt when, UTC
 * @param digest SHA-256 of its manifest
 * @param erasedAt when its files were deleted since they named somebody who was erased,
 * UTC; null if they are there
 * @param erasedFor pseudonym of who was erased
 */
public record SealedPack(long logSize, Instant sealedAt, String digest, @Nullable Instant erasedAt,
        @Nullable String erasedFor) {
}
