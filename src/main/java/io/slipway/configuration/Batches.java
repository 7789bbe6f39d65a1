package io.slipway.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts what is read or written together into parts that one statement takes: a list of
 * thousands of keys would be too long for an index look-up.
 */
public final class Batches {

    /** The most keys or rows of one part. */
    public static final int SIZE = 500;

    private Batches() {
    }

    /**
     * Cuts a collection.
     * @param <T> what it has
     * @return parts of at most {@value #SIZE}, in the same order; none if it is empty
     */
    public static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += SIZE) {
            parts.add(list.subList(from, Math.min(from + SIZE, list.size())));
        }
        return parts;
    }

}
