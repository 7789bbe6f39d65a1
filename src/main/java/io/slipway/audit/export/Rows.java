package io.slipway.audit.export;

import java.io.IOException;
import java.util.List;

import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads many rows one after the other, some thousand at a time and by key, so that memory
 * holds no more than those.
 *
 * @param <T> the rows' type
 */
final class Rows<T> {

    private static final int CHUNK = 5000;

    private final JdbcClient jdbc;

    private final KeyOrder<T> order;

    private final Class<T> type;

    private final int chunk;

    Rows(JdbcClient jdbc, KeyOrder<T> order, Class<T> type) {
        this(jdbc, order, type, CHUNK);
    }

    Rows(JdbcClient jdbc, KeyOrder<T> order, Class<T> type, int chunk) {
        this.jdbc = jdbc;
        this.order = order;
        this.type = type;
        this.chunk = chunk;
    }

    /** Hands on each row that meets a condition. */
    void each(String select, Clause which, To<? super T> to) throws IOException {
        chunks(select, which, (rows) -> {
            for (T row : rows) {
                to.take(row);
            }
        });
    }

    /** The same, some thousand together. */
    void chunks(String select, Clause which, To<List<T>> to) throws IOException {
        List<T> rows;
        Clause after = Clause.NONE;
        do {
            rows = Clause.of(select)
                .where(which.and(after))
                .append(this.order.by() + " limit " + this.chunk)
                .on(this.jdbc)
                .query(this.type)
                .list();
            if (!rows.isEmpty()) {
                to.take(rows);
                after = this.order.after(this.order.cursor(rows.get(rows.size() - 1)));
            }
        }
        while (rows.size() == this.chunk);
    }

    /**
     * Takes what is read, and writes it.
     *
     * @param <T> what is read
     */
    interface To<T> {

        void take(T read) throws IOException;

    }

}
