package io.slipway.configuration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A configuration item, as lists and other features see it.
 *
 * @param key its key, such as {@code payments-db}: lower-case letters, digits, dots and
 * hyphens, at most 64
 * @param name its name; a service is called by it in plans
 * @param type what kind of thing it is
 * @param owner user name of who answers for it
 * @param edition its own version, empty if it has none
 * @param status where it is in its life
 * @param confirmedAt when somebody last confirmed that its record is right, UTC; null if
 * nobody ever did
 */
public record ItemSummary(String key, String name, ItemType type, Criticality criticality, String owner, String edition,
        ItemStatus status, @Nullable Instant confirmedAt) {

    /** The register keeps an instant for never, so that an index finds it. */
    public ItemSummary {
        confirmedAt = ConfigurationItem.NEVER.equals(confirmedAt) ? null : confirmedAt;
    }

}
