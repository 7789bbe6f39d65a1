package io.slipway.audit.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what each witness cosigned, and when it is asked again.
 */
@Component
class AnchorStore {

    /** A node that is at a witness for so long is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    AnchorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a witness, so that one node asks it at a time.
     * @return how it stands; empty if it is not due, or another node is at it
     */
    Optional<Standing> take(String witness, String origin, Instant now) {
        this.jdbc.sql("""
                insert ignore into audit_witnesses (name, origin, size, due_at, leased_until, failures)
                values (:name, :origin, 0, :now, :now, 0)""")
            .param("name", witness)
            .param("origin", origin)
            .param("now", now)
            .update();
        int taken = this.jdbc.sql("""
                update audit_witnesses
                   set leased_until = :until, size = if(origin = :origin, size, 0), origin = :origin
                 where name = :name and due_at <= :now and leased_until <= :now""")
            .param("until", now.plus(LEASE))
            .param("name", witness)
            .param("origin", origin)
            .param("now", now)
            .update();
        return (taken == 0) ? Optional.empty() : standing(witness);
    }

    Optional<Standing> standing(String witness) {
        return this.jdbc.sql("select size, due_at, failures, problem from audit_witnesses where name = :name")
            .param("name", witness)
            .query(Standing.class)
            .optional();
    }

    /** Gives a witness back. */
    void give(String witness, Standing standing, Instant now) {
        Clause
            .update("audit_witnesses", "size", standing.size(), "due_at", standing.dueAt(), "failures",
                    standing.failures(), "problem", standing.problem(), "leased_until", now)
            .append(Clause.of(" where name = :name", "name", witness))
            .on(this.jdbc)
            .update();
    }

    void keep(long size, Cosignature cosignature) {
        Clause
            .insert("audit_cosignatures", "size", size, "witness", cosignature.witness(), "at", cosignature.at(),
                    "line", cosignature.line())
            .append(" on duplicate key update at = :at, line = :line")
            .on(this.jdbc)
            .update();
    }

    /** What a witness cosigned last. */
    Optional<Anchor> newest(String witness) {
        return this.jdbc
            .sql("select c.size, c.at, c.line, k.note from audit_cosignatures c join audit_checkpoints k using (size)"
                    + " where c.witness = :witness order by c.size desc limit 1")
            .param("witness", witness)
            .query(Anchor.class)
            .optional();
    }

    void keep(long size, Timestamps.Stamp stamp) {
        Clause.insert("audit_timestamps", "size", size, "at", stamp.at(), "answer", stamp.answer())
            .on(this.jdbc)
            .update();
    }

    /** What the time authority said last. */
    Optional<Stamped> newestStamp() {
        return this.jdbc
            .sql("select t.size, t.at, t.answer, k.note from audit_timestamps t join audit_checkpoints k using (size)"
                    + " order by t.size desc limit 1")
            .query(Stamped.class)
            .optional();
    }

    /** A checkpoint as it is given out: with what was cosigned. */
    String given(KeptCheckpoint kept) {
        List<String> lines = this.jdbc
            .sql("select line from audit_cosignatures where size = :size order by witness limit 12")
            .param("size", kept.size())
            .query(String.class)
            .list();
        return kept.note() + String.join("", lines.stream().map((line) -> line + "\n").toList());
    }

    /**
     * How it stands with a witness.
     *
     * @param size how many rows it has cosigned
     * @param dueAt when it is asked again
     * @param failures how often it failed, one time after the other
     * @param problem what was wrong the last time, such as {@code ahead 400}; null if
     * nothing was
     */
    record Standing(long size, Instant dueAt, int failures, @Nullable String problem) {

        private static final Duration SOON = Duration.ofSeconds(30);

        private static final Duration LATEST = Duration.ofHours(1);

        /** It is asked again later, each time after twice the time. */
        Standing failed(String why, Instant now) {
            Duration wait = SOON.multipliedBy(1L << Math.min(this.failures, 10));
            return new Standing(this.size, now.plus((wait.compareTo(LATEST) < 0) ? wait : LATEST), this.failures + 1,
                    why);
        }

    }

    /**
     * A cosignature.
     *
     * @param at when, by the clock of the witness
     * @param line its line of the note
     */
    record Cosignature(String witness, Instant at, String line) {
    }

    /**
     * A cosigned checkpoint.
     *
     * @param note the checkpoint as the portal signed it
     */
    record Anchor(long size, Instant at, String line, String note) {
    }

    /**
     * A checkpoint of which the time authority said when it was there.
     *
     * @param answer as it came (RFC 3161)
     * @param note the checkpoint as the portal signed it
     */
    record Stamped(long size, Instant at, byte[] answer, String note) {
    }

}
