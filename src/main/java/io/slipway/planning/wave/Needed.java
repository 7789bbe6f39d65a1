package io.slipway.planning.wave;

import org.jspecify.annotations.Nullable;

/**
 * What a plan's file may not leave out.
 */
public final class Needed {

    private Needed() {
    }

    /**
     * Refuses, with an {@link IllegalArgumentException} that names it, what a file leaves
     * out although it has to be there.
     * @param name what it is called in the file
     */
    public static <T> T of(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** A text that may be left out. */
    static String text(@Nullable String value) {
        return (value != null) ? value : "";
    }

}
