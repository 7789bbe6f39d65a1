package io.slipway.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Items of one type and owner that nobody has confirmed for too long.
 *
 * @param owner user name of who answers for them
 * @param oldest when the first of them was last confirmed, UTC; null if it never was
 */
public record GhostTown(ItemType type, String owner, int items, @Nullable Instant oldest) {

    /** The register keeps an instant for never, so that an index finds it. */
    public GhostTown {
        oldest = ConfigurationItem.NEVER.equals(oldest) ? null : oldest;
    }

}
