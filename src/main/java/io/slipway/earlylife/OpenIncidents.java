package io.slipway.earlylife;

import jakarta.persistence.Embeddable;

/**
 * The open incidents that the release caused, counted by priority.
 *
 * @param priority1 the most severe
 * @param priority2 severe
 * @param priority3 moderate
 * @param priority4 slight
 */
@Embeddable
public record OpenIncidents(int priority1, int priority2, int priority3, int priority4) {

    /**
     * Tells whether a severe incident is open.
     * @return whether one of priority 1 or 2 is
     */
    public boolean severe() {
        return this.priority1 + this.priority2 > 0;
    }

}
