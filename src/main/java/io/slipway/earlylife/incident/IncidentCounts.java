package io.slipway.earlylife.incident;

/**
 * How many incidents monitoring reported of a release.
 *
 * @param priority1 open ones of priority 1
 * @param priority2 open ones of priority 2
 * @param priority3 open ones of priority 3
 * @param priority4 open ones of priority 4
 * @param unrated open ones without a priority
 */
public record IncidentCounts(int priority1, int priority2, int priority3, int priority4, int unrated, int resolved) {

    /**
     * Counts the open ones.
     * @return how many are open, whatever their priority
     */
    public int open() {
        return this.priority1 + this.priority2 + this.priority3 + this.priority4 + this.unrated;
    }

    /**
     * Counts the open ones of a priority.
     * @param priority from 1 to 4
     * @return how many of it are open
     */
    public int of(int priority) {
        return new int[] { this.priority1, this.priority2, this.priority3, this.priority4 }[priority - 1];
    }

}
