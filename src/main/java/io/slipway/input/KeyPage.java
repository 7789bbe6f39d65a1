package io.slipway.input;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key: fast at any depth, stable while rows come and
 * go.
 *
 * @param <T> the rows' type
 * @param rows the rows, at most the page's size
 * @param next where the next page begins, opaque text for the URL; null on the last page
 */
public record KeyPage<T>(List<T> rows, @Nullable String next) {

    /** Rows on a page. */
    public static final int SIZE = 25;

    /**
     * How many rows a page has.
     * @return {@link #SIZE}; as many as one prints while a list is read to be printed
     */
    public static int size() {
        return WholeLists.on() ? WholeLists.MOST : SIZE;
    }

    /**
     * Makes a page of what a query for one row more than {@link #size()} found.
     * @param <T> the rows' type
     * @param found at most one row more
     * @param cursor gives the cursor that begins after a row
     */
    public static <T> KeyPage<T> of(List<T> found, Function<T, String> cursor) {
        int size = size();
        WholeLists.read(Math.min(size, found.size()));
        if (found.size() <= size) {
            return new KeyPage<>(List.copyOf(found), null);
        }
        List<T> rows = List.copyOf(found.subList(0, size));
        return new KeyPage<>(rows, cursor.apply(rows.get(size - 1)));
    }

    /**
     * Makes something of each row.
     * @param <R> what is made
     * @return the page of what was made
     */
    public <R> KeyPage<R> map(Function<? super T, ? extends R> map) {
        return new KeyPage<>(this.rows.stream().<R>map(map).toList(), this.next);
    }

    /**
     * Reads the cursor of a list whose rows are the older the smaller their id.
     * @param from id of the last row read, as it came in the URL; text that is no id
     * counts as empty, the first page
     * @return the id before which the page begins
     */
    public static long idBefore(String from) {
        return from.matches("\\d{1,18}") ? Long.parseLong(from) : Long.MAX_VALUE;
    }

}
