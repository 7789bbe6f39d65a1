package io.slipway.packaging;

import java.time.Instant;

/**
 * A release unit: components that are always deployed together.
 *
 * @param id identifies the unit within the portal
 * @param name its name, unique within the release
 * @param artifact address of the artifact
 * @param digest SHA-256 of the artifact, 64 lower-case hexadecimal digits
 * @param commit source commit, 7 to 40 hexadecimal digits
 * @param committedAt time of that commit, UTC
 * @param deliveredAt when it was delivered, UTC
 */
public record ReleaseUnitDetails(long id, String name, String version, String artifact, String digest, String commit,
        Instant committedAt, String deliveredBy, Instant deliveredAt) {
}
