package io.slipway.configuration;

/**
 * Where a configuration item is in its life.
 */
public enum ItemStatus {

    /** Known and not yet in use. It may go live or be retired. */
    PLANNED,
    /** In use. It may be retired. */
    LIVE,
    /** No longer in use. It may be brought back, and be changed after that only. */
    RETIRED;

    /**
     * Tells whether an item may go from here to another state by itself.
     * @return whether it may; staying is allowed
     */
    public boolean mayBecome(ItemStatus next) {
        return next != PLANNED || this == PLANNED;
    }

}
