package io.slipway.knowledge.text;

/**
 * A line of the difference of two texts.
 *
 * @param kind whether it stayed, came, went, or stands for lines that are left out
 */
public record LineChange(Kind kind, String text) {

    /** What became of a line. */
    public enum Kind {

        /** In both. */
        SAME,
        /** Only in the newer one. */
        ADDED,
        /** Only in the older one. */
        REMOVED,
        /** Lines that are the same, and left out. */
        LEFT_OUT

    }

}
