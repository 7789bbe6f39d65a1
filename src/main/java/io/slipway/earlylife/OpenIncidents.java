package io.slipway.earlylife;

import jakarta.persistence.Embeddable;

/**
 * The open incidents that the release caused, counted by priority.
 *
 * @param priority1 the most severe
 */
@Embeddable
public record OpenIncidents(int priority1, int priority2, int priority3, int priority4) {

    /** Whether a severe incident is open. */
    public boolean severe() {
        return this.priority1 + this.priority2 > 0;
    }

}
