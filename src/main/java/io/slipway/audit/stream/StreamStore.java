package io.slipway.audit.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how far each system has taken the record, and when it is tried again.
 */
@Component
class StreamStore {

    /** A node that is at it for so long is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    StreamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a place, so that one node goes on from it at a time. A log that was begun
     * anew is told from its beginning.
     * @return the place; empty if it is not due, or another node is at it
     */
    Optional<Place> take(String name, int generation, Instant now) {
        this.jdbc.sql("""
                insert ignore into audit_streams (name, generation, next_index, due_at, leased_until, failures)
                values (:name, :generation, 0, :now, :now, 0)""")
            .param("name", name)
            .param("generation", generation)
            .param("now", now)
            .update();
        int taken = this.jdbc.sql("""
                update audit_streams
                   set leased_until = :until, next_index = if(generation = :generation, next_index, 0),
                       generation = :generation
                 where name = :name and due_at <= :now and leased_until <= :now""")
            .param("until", now.plus(LEASE))
            .param("name", name)
            .param("generation", generation)
            .param("now", now)
            .update();
        return (taken == 0) ? Optional.empty() : place(name);
    }

    Optional<Place> place(String name) {
        return this.jdbc.sql("select * from audit_streams where name = :name")
            .param("name", name)
            .query(Place.class)
            .optional();
    }

    /** How far it is, while the place is still held. */
    void taken(String name, long next, Instant now) {
        Clause
            .update("audit_streams", "next_index", next, "taken_at", now, "failures", 0, "problem", null,
                    "leased_until", now.plus(LEASE))
            .append(Clause.of(" where name = :name", "name", name))
            .on(this.jdbc)
            .update();
    }

    void failed(String name, String problem, Instant dueAt) {
        Clause.update("audit_streams", "problem", problem, "due_at", dueAt)
            .append(Clause.of(", failures = failures + 1 where name = :name", "name", name))
            .on(this.jdbc)
            .update();
    }

    void give(String name, Instant now) {
        Clause.update("audit_streams", "leased_until", now)
            .append(Clause.of(" where name = :name", "name", name))
            .on(this.jdbc)
            .update();
    }

    /** When a row was written; the oldest that is not taken says how late it is. */
    Optional<Instant> writtenAt(long index) {
        List<Instant> at = this.jdbc
            .sql("select e.at from audit_leaves l join audit_entries e on e.sequence = l.sequence"
                    + " where l.leaf_index = :index")
            .param("index", index)
            .query(Instant.class)
            .list();
        return at.stream().findFirst();
    }

    /**
     * How far a system has taken the record.
     *
     * @param nextIndex place of the row that comes next, from 0
     * @param takenAt when it took some last; null if never
     * @param problem what was wrong the last time; null if nothing was
     */
    record Place(String name, int generation, long nextIndex, Instant dueAt, int failures, @Nullable Instant takenAt,
            @Nullable String problem) {
    }

}
