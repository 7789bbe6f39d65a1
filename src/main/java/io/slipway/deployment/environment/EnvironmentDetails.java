package io.slipway.deployment.environment;

import java.time.Duration;
import java.time.Instant;

import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import org.jspecify.annotations.Nullable;

/**
 * An environment, as pages and other features see it.
 *
 * @param item its configuration item
 * @param ready who confirmed last that it is ready; null if nobody did, or it was taken
 * back
 * @param holder who has it to themselves; null if it is free
 * @param waiting how many wait for it besides
 * @param version counts its changes
 */
public record EnvironmentDetails(ItemSummary item, EnvironmentProfile profile, @Nullable Confirmed ready,
        @Nullable EnvironmentHold holder, int waiting, int version) {

    /** Its key, as plans name it. */
    public String key() {
        return this.item.key();
    }

    /** Whether releases may still go there. */
    public boolean inUse() {
        return this.item.status() != ItemStatus.RETIRED;
    }

    /**
     * Until when it is confirmed to be ready.
     * @return the end, UTC; null if it is not confirmed, or none is asked
     */
    public @Nullable Instant readyUntil() {
        return (this.ready != null && this.profile.readyDays() > 0)
                ? this.ready.at().plus(Duration.ofDays(this.profile.readyDays())) : null;
    }

    /**
     * Somebody's word that an environment is ready.
     *
     * @param at when, UTC
     * @param note what was looked at
     */
    public record Confirmed(String by, Instant at, String note) {
    }

}
