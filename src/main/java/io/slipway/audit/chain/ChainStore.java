package io.slipway.audit.chain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the log: leaves, tiles, checkpoints and how far it is.
 */
@Component
class ChainStore implements Tiles {

    private static final String ROW = "e.sequence, e.at, e.actor, e.actor_name, e.token, e.role, e.on_behalf_of,"
            + " e.action, e.subject_type, e.subject, e.release_key, e.reason, e.old_values, e.new_values, e.made_for_demo";

    private static final String LOG = "select size, generation, halted from audit_log where id = 1";

    private final JdbcClient jdbc;

    ChainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the log is. */
    Log log() {
        return this.jdbc.sql(LOG).query(Log.class).single();
    }

    /**
     * How far the log is, for who may write it until the transaction ends: one at a time.
     */
    Optional<Log> lock() {
        return this.jdbc.sql(LOG + " for update skip locked").query(Log.class).optional();
    }

    void grown(long size) {
        this.jdbc.sql("update audit_log set size = :size where id = 1").param("size", size).update();
    }

    void halt(@Nullable String reason) {
        this.jdbc.sql("update audit_log set halted = :reason where id = 1").param("reason", reason).update();
    }

    /** Rows that no leaf seals yet. */
    List<SealedRow> pending(int most) {
        return this.jdbc
            .sql("select " + ROW + " from audit_pending p join audit_entries e on e.sequence = p.sequence"
                    + " order by p.sequence limit :most")
            .param("most", most)
            .query(SealedRow.class)
            .list();
    }

    /** How many rows wait, at most 10,001. */
    long waiting() {
        return this.jdbc.sql("select count(*) from (select 1 from audit_pending limit 10001) some")
            .query(Long.class)
            .single();
    }

    void seal(List<Leaf> leaves, Growth growth) {
        this.jdbc.sql("insert into audit_leaves (leaf_index, sequence, salt, payload_hash) values :rows")
            .param("rows", leaves.stream().map(Leaf::columns).toList())
            .update();
        growth.changed()
            .forEach((tile, hashes) -> this.jdbc
                .sql("insert into audit_tiles (level, number, hashes) values (:level, :number, :hashes)"
                        + " on duplicate key update hashes = :hashes")
                .param("level", tile.level())
                .param("number", tile.number())
                .param("hashes", hashes)
                .update());
        Collection<Long> sealed = leaves.stream().map(Leaf::sequence).toList();
        this.jdbc.sql("delete from audit_pending where sequence in (:sealed)").param("sealed", sealed).update();
        grown(growth.size());
    }

    @Override
    public byte[] tile(int level, long number) {
        return this.jdbc.sql("select hashes from audit_tiles where level = :level and number = :number")
            .param("level", level)
            .param("number", number)
            .query(byte[].class)
            .optional()
            .orElseGet(() -> new byte[0]);
    }

    void keep(Checkpoint checkpoint, Instant at, SignedNote note) {
        Clause.insert("audit_checkpoints", "size", checkpoint.size(), "at", at, "note", note.toString())
            .on(this.jdbc)
            .update();
    }

    Optional<KeptCheckpoint> newest() {
        return this.jdbc.sql("select size, at, note from audit_checkpoints order by size desc limit 1")
            .query(KeptCheckpoint.class)
            .optional();
    }

    /** The checkpoints from a size on, in order of size. */
    List<KeptCheckpoint> from(long size, int most) {
        return this.jdbc
            .sql("select size, at, note from audit_checkpoints where size >= :size order by size limit :most")
            .param("size", size)
            .param("most", most)
            .query(KeptCheckpoint.class)
            .list();
    }

    Optional<Long> indexOf(long sequence) {
        return this.jdbc.sql("select leaf_index from audit_leaves where sequence = :sequence")
            .param("sequence", sequence)
            .query(Long.class)
            .optional();
    }

    /**
     * Leaves in their order, each with its row as it stands now. One that is missing was
     * removed, or its row was.
     */
    List<LeafRow> leaves(long from, int most) {
        return this.jdbc
            .sql("select l.leaf_index, l.salt, l.payload_hash, " + ROW
                    + " from audit_leaves l join audit_entries e on e.sequence = l.sequence"
                    + " where l.leaf_index >= :from and l.leaf_index < :end order by l.leaf_index")
            .param("from", from)
            .param("end", from + most)
            .query(LeafRow.class)
            .list();
    }

    /** What is sealed of a release, in the order of sealing. */
    List<LeafRow> ofRelease(String key) {
        return this.jdbc
            .sql("select l.leaf_index, l.salt, l.payload_hash, " + ROW
                    + " from audit_entries e join audit_leaves l on l.sequence = e.sequence"
                    + " where e.release_key = :key order by l.leaf_index")
            .param("key", key)
            .query(LeafRow.class)
            .list();
    }

    /** The row that a leaf seals, whether or not it is still there. */
    Optional<Long> sequenceAt(long index) {
        return this.jdbc.sql("select sequence from audit_leaves where leaf_index = :index")
            .param("index", index)
            .query(Long.class)
            .optional();
    }

    /**
     * Begins the log anew, after it was found cut off: all rows are to be sealed again.
     */
    void beginAnew() {
        this.jdbc.sql("delete from audit_pending").update();
        this.jdbc.sql("delete from audit_leaves").update();
        this.jdbc.sql("delete from audit_tiles").update();
        this.jdbc.sql("delete from audit_cosignatures").update();
        this.jdbc.sql("delete from audit_timestamps").update();
        this.jdbc.sql("delete from audit_checkpoints").update();
        this.jdbc.sql("insert into audit_pending (sequence) select sequence from audit_entries").update();
        this.jdbc.sql("update audit_log set size = 0, generation = generation + 1, halted = null where id = 1")
            .update();
    }

    /**
     * How far the log is.
     *
     * @param size how many leaves it has
     * @param generation how often it was begun anew
     * @param halted why sealing stopped; null while it goes on
     */
    record Log(long size, int generation, @Nullable String halted) {
    }

    /**
     * A leaf as it is kept.
     *
     * @param index its place in the tree, from 0
     */
    record Leaf(long index, long sequence, byte[] salt, byte[] payloadHash) {

        Object[] columns() {
            return new Object[] { this.index, this.sequence, this.salt, this.payloadHash };
        }

    }

    /** A checkpoint as it is kept. */
    record KeptCheckpoint(long size, Instant at, String note) {

        SignedNote signed() {
            return SignedNote.parse(this.note);
        }

        Checkpoint checkpoint() {
            return Checkpoint.parse(signed().text());
        }

    }

    /**
     * A leaf, and the row that it seals as it stands now; the salt is gone with what was
     * erased.
     */
    record LeafRow(long leafIndex, byte @Nullable [] salt, byte[] payloadHash, SealedRow row) {
    }

}
