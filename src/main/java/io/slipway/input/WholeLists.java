package io.slipway.input;

import org.jspecify.annotations.Nullable;

/**
 * Lets lists be read whole where somebody wants to print one, up to an honest number of
 * rows, instead of a page at a time.
 */
public final class WholeLists {

    /** The most rows that are printed. */
    public static final int MOST = 1000;

    private static final ThreadLocal<@Nullable Integer> READ = new ThreadLocal<>();

    private WholeLists() {
    }

    /** From now on this thread reads lists whole. */
    public static void begin() {
        READ.set(0);
    }

    /** From now on it reads them by pages again. */
    public static void end() {
        READ.remove();
    }

    static boolean on() {
        return READ.get() != null;
    }

    static void read(int rows) {
        if (on()) {
            READ.set(rows);
        }
    }

    /**
     * How many rows were read of the last list.
     * @return the number; 0 unless lists are read whole
     */
    public static int rows() {
        Integer rows = READ.get();
        return (rows != null) ? rows : 0;
    }

}
