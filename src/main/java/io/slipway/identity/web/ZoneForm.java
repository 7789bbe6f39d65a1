package io.slipway.identity.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * The form to choose the time zone in which one reads times.
 *
 * @param zone id of the zone
 */
record ZoneForm(@NotBlank(message = "{identity.zone.missing}") @Nullable String zone) {

    String text() {
        return (this.zone == null) ? "" : this.zone;
    }

}
