package io.slipway.calendar;

import io.slipway.schedule.PeriodKind;

/**
 * What something in the calendar is. Where room is short, what forbids comes first.
 */
public enum ItemKind {

    /** No deployment that freezes bind may overlap it. */
    HARD_FREEZE(Layer.FREEZES, "snowflake"),
    /** Deployments that overlap it are warned about. */
    SOFT_FREEZE(Layer.FREEZES, "cloud-snow"),
    /** A release from its planned start to its planned end. */
    RELEASE(Layer.RELEASES, "rocket"),
    /** Deployments may begin and end within it. */
    WINDOW(Layer.WINDOWS, "door-enter"),
    /** Early life support as it really runs or ran. */
    SUPPORT(Layer.SUPPORT, "lifebuoy"),
    /** Early life support that a plan foresees after its deployment. */
    PLANNED_SUPPORT(Layer.SUPPORT, "lifebuoy"),
    /** A time for which an environment is booked with nobody else in it. */
    SOLE_BOOKING(Layer.BOOKINGS, "lock"),
    /** A time for which an environment is booked, and may be shared. */
    BOOKING(Layer.BOOKINGS, "calendar-plus");

    private final Layer layer;

    private final String icon;

    ItemKind(Layer layer, String icon) {
        this.layer = layer;
        this.icon = icon;
    }

    static ItemKind of(PeriodKind kind) {
        return switch (kind) {
            case WINDOW -> WINDOW;
            case HARD_FREEZE -> HARD_FREEZE;
            case SOFT_FREEZE -> SOFT_FREEZE;
        };
    }

    /** The layer that it belongs to. */
    public Layer layer() {
        return this.layer;
    }

    /**
     * The name of its icon; a word always stands beside it.
     * @return such as {@code snowflake}
     */
    public String icon() {
        return this.icon;
    }

}
