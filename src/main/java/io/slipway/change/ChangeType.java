package io.slipway.change;

import java.util.Locale;

/**
 * How a change is authorised.
 */
public enum ChangeType {

    /** Of a kind that is authorised once and for all. */
    STANDARD,
    /** Decided by the votes of the change advisory board in due course. */
    NORMAL,
    /** Decided at once by the emergency board, because waiting would do more harm. */
    EMERGENCY;

    /**
     * The path's name in process models.
     * @return such as {@code standard}
     */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

}
