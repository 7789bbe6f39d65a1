package io.slipway.api.release;

import java.time.Instant;

import io.slipway.packaging.UnitDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A release unit as a pipeline sends it.
 *
 * @param name its name, unique within the release
 * @param artifact address of the artifact: a web address or a package URL
 * @param digest SHA-256 of the artifact, 64 hexadecimal digits
 * @param commit source commit, 7 to 40 hexadecimal digits
 * @param committedAt time of that commit, such as {@code 2026-11-20T09:12:00Z}
 */
record UnitRequest(@Nullable String name, @Nullable String version, @Nullable String artifact, @Nullable String digest,
        @Nullable String commit, @Nullable Instant committedAt) {

    UnitDelivery delivery() {
        return new UnitDelivery(text(this.name), text(this.version), text(this.artifact), text(this.digest),
                text(this.commit), this.committedAt);
    }

    private static String text(@Nullable String value) {
        return (value != null) ? value.strip() : "";
    }

}
