package io.slipway.audit.export;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads many rows one after the other, some thousand at a time and by key, so that memory
 * holds no more than those.
 *
 * @param <T> the rows' type
 * @param by how they are sorted
 * @param after the condition of what comes after a row
 */
record Rows<T>(JdbcClient jdbc, String by, Function<T, Clause> after, Class<T> type, int chunk) {

    private static final int CHUNK = 5000;

    /**
     * Rows of a table in the order of numbers or instants: texts may hold what a cursor
     * does not.
     */
    static <T> Rows<T> of(JdbcClient jdbc, KeyOrder<T> order, Class<T> type) {
        return new Rows<>(jdbc, order.by(), (row) -> order.after(order.cursor(row)), type, CHUNK);
    }

    /** Rows of the record of some releases, release by release, each in its order. */
    static Rows<RecordRow> byRelease(JdbcClient jdbc) {
        return new Rows<>(jdbc, " order by release_key, sequence",
                (row) -> Clause
                    .of("release_key >= :after and (release_key > :after or sequence > :place)", "after", row.release())
                    .with("place", row.kept().sequence()),
                RecordRow.class, CHUNK);
    }

    /** The same, so many at a time. */
    Rows<T> by(int number) {
        return new Rows<>(this.jdbc, this.by, this.after, this.type, number);
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
        Clause beyond = Clause.NONE;
        do {
            rows = Clause.of(select)
                .where(which.and(beyond))
                .append(this.by + " limit " + this.chunk)
                .on(this.jdbc)
                .query(this.type)
                .list();
            if (!rows.isEmpty()) {
                to.take(rows);
                beyond = this.after.apply(rows.get(rows.size() - 1));
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
