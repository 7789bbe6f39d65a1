package io.slipway.ui;

/**
 * Tells the frame of every page how much somebody has not read. The feature that owns
 * notices implements it, with one cheap read.
 */
public interface UnreadNotices {

    /** The largest number that is told exactly. */
    int MOST_COUNTED = 99;

    /**
     * How many notices a person has not read.
     * @return the number, up to {@value #MOST_COUNTED} + 1, which means "more"
     */
    int unread(String userName);

}
