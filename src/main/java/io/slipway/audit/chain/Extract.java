package io.slipway.audit.chain;

import java.time.Instant;
import java.util.List;

/**
 * A part of the sealed record that proves itself.
 *
 * @param checkpoint the signed head of the log
 * @param size how many rows it covers
 * @param all how many rows are sealed, those behind the checkpoint included
 * @param rows those that it covers, in the order of sealing
 */
public record Extract(String checkpoint, long size, int all, List<Row> rows) {

    /** When the last act happened that it covers, UTC. */
    public Instant lastAt() {
        return this.rows.get(this.rows.size() - 1).at();
    }

    /**
     * A row and the proof that it is in the log.
     *
     * @param index its leaf, from 0
     * @param at when it happened, UTC
     * @param leaf what is in the tree
     * @param salt base64; empty where the row was erased
     * @param row the row, as canonical JSON
     * @param proof hashes, base64, its sibling first
     */
    public record Row(long index, long sequence, Instant at, String leaf, String salt, String row, List<String> proof) {
    }

}
