package io.slipway.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of a list that is paged by key, and all that follows from it: how the
 * statement sorts, where a page ended, and the condition that the next one begins there.
 * The last column has each value once.
 *
 * @param <T> the rows' type
 */
public final class KeyOrder<T> {

    private static final String SEPARATOR = ".";

    private static final String NULL = "-";

    private final List<Key<T>> keys;

    private final boolean descending;

    private KeyOrder(List<Key<T>> keys, boolean descending) {
        this.keys = keys;
        this.descending = descending;
    }

    /** One row more than a page, which tells whether there is another page. */
    public static String limit() {
        return " limit " + (KeyPage.size() + 1);
    }

    public static <T> KeyOrder<T> ascending() {
        return new KeyOrder<>(List.of(), false);
    }

    public static <T> KeyOrder<T> descending() {
        return new KeyOrder<>(List.of(), true);
    }

    /**
     * Turns the order of the columns that follow.
     * @return the order so far
     */
    public KeyOrder<T> turned() {
        return new KeyOrder<>(this.keys, !this.descending);
    }

    public KeyOrder<T> number(String column, Function<T, Number> value) {
        return then(column, Kind.NUMBER, value);
    }

    /**
     * Sorts by an instant.
     * @param value its value in a row; null, which only an ascending order may have,
     * stands before everything
     * @return the order with this column
     */
    public KeyOrder<T> instant(String column, Function<T, @Nullable Instant> value) {
        return then(column, Kind.INSTANT, value);
    }

    public KeyOrder<T> text(String column, Function<T, String> value) {
        return then(column, Kind.TEXT, value);
    }

    private KeyOrder<T> then(String column, Kind kind, Function<T, ? extends @Nullable Object> value) {
        List<Key<T>> all = new ArrayList<>(this.keys);
        all.add(new Key<>(column, this.descending, kind, value));
        return new KeyOrder<>(all, this.descending);
    }

    /** How a statement sorts, beginning with a blank. */
    public String by() {
        return this.keys.stream().map(Key::order).collect(Collectors.joining(", ", " order by ", ""));
    }

    /**
     * How a statement around the one that chooses the rows sorts them.
     * @param alias what the inner statement is called
     * @return the order, beginning with a blank
     */
    public String by(String alias) {
        return this.keys.stream()
            .map((key) -> alias + "." + key.name() + key.direction())
            .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The columns, as a statement selects them that {@link #by(String)} goes around. */
    public String columns() {
        return this.keys.stream().map(Key::column).collect(Collectors.joining(", "));
    }

    /**
     * Where a page ends.
     * @param last its last row
     * @return the cursor of the next page
     */
    public String cursor(T last) {
        return this.keys.stream().map((key) -> key.write(last)).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * The condition that a page begins after a cursor; its first half bounds the index.
     * @param cursor the cursor, empty for the first page; text that is no cursor counts
     * as empty
     */
    public Clause after(String cursor) {
        String[] parts = cursor.split("\\" + SEPARATOR, this.keys.size());
        if (cursor.isEmpty() || parts.length < this.keys.size()) {
            return Clause.NONE;
        }
        Clause beyond = Clause.NONE;
        for (int i = parts.length - 1; i >= 0; i--) {
            Key<T> key = this.keys.get(i);
            boolean last = i == parts.length - 1;
            Object value = key.kind().read(parts[i]);
            if (value != null) {
                beyond = key.beyond("after" + i, value, beyond);
            }
            else if (!last && parts[i].equals(NULL)) {
                beyond = Clause.of("(" + key.column() + " is not null or ").append(beyond).append(")");
            }
            else {
                return Clause.NONE;
            }
        }
        return beyond;
    }

    /**
     * Writes the statement of a page.
     * @param cursor where the page begins
     * @return the statement, which finds one row more than a page
     */
    public Clause statement(String select, Clause where, String cursor) {
        return Clause.of(select).where(where.and(after(cursor))).append(by() + limit());
    }

    /**
     * Reads a page.
     * @param cursor where the page begins
     */
    public KeyPage<T> page(JdbcClient jdbc, String select, Clause where, String cursor, Class<T> type) {
        return page(statement(select, where, cursor).on(jdbc).query(type).list());
    }

    public KeyPage<T> page(List<T> found) {
        return KeyPage.of(found, this::cursor);
    }

    /** How values of a column stand in a cursor. */
    private enum Kind {

        NUMBER {
            @Override
            @Nullable Object read(String text) {
                return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
            }
        },

        INSTANT {
            @Override
            @Nullable Object read(String text) {
                return text.matches("-?\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
            }

            @Override
            String write(Object value) {
                return Long.toString(((Instant) value).toEpochMilli());
            }
        },

        /** The separator may stand in the last column only. */
        TEXT {
            @Override
            Object read(String text) {
                return text;
            }
        };

        abstract @Nullable Object read(String text);

        String write(Object value) {
            return value.toString();
        }

    }

    /** One column. */
    private record Key<T>(String column, boolean descending, Kind kind, Function<T, ? extends @Nullable Object> value) {

        String name() {
            return this.column.substring(this.column.indexOf('.') + 1);
        }

        String direction() {
            return this.descending ? " desc" : "";
        }

        String order() {
            return this.column + direction();
        }

        String write(T row) {
            Object written = this.value.apply(row);
            return (written == null && !this.descending) ? NULL : this.kind.write(Objects.requireNonNull(written));
        }

        Clause beyond(String parameter, Object from, Clause rest) {
            String than = this.column + (this.descending ? " <" : " >");
            Clause beyond = Clause.of(than + " :" + parameter, parameter, from);
            return rest.sql().isEmpty() ? beyond
                    : Clause.of(than + "= :" + parameter + " and (")
                        .append(beyond)
                        .append(" or ")
                        .append(rest)
                        .append(")");
        }

    }

}
