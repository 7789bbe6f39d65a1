package io.slipway.audit.pack.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.slipway.input.KeyPage;

/**
 * Reads a list to its end, page by page.
 */
final class Pages {

    /** So many rows of a list are told at most. */
    private static final int MOST = 5000;

    private Pages() {
    }

    /**
     * All rows of a list.
     * @param page gives the page that begins at a cursor
     */
    static <T> List<T> all(Function<String, KeyPage<T>> page) {
        List<T> all = new ArrayList<>();
        String from = "";
        while (from != null && all.size() < MOST) {
            KeyPage<T> next = page.apply(from);
            all.addAll(next.rows());
            from = next.next();
        }
        return all;
    }

}
