package io.slipway.audit.chain;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Reads the rows of the record in the order of the log, for whoever passes them on.
 */
@Component
public class LogRows {

    private final ChainStore store;

    LogRows(ChainStore store) {
        this.store = store;
    }

    /** How far the log is. */
    public State state() {
        ChainStore.Log log = this.store.log();
        return new State(log.size(), log.generation());
    }

    /**
     * Sealed rows, as they stand now.
     * @param from place of the first in the log, from 0
     */
    public List<LogRow> from(long from, int most) {
        return this.store.leaves(from, most)
            .stream()
            .map((leaf) -> new LogRow(leaf.leafIndex(), leaf.row().at(), leaf.row().action(), leaf.row().payload()))
            .toList();
    }

    /**
     * How far the log is.
     *
     * @param size how many rows it has
     * @param generation how often it was begun anew
     */
    public record State(long size, int generation) {
    }

    /**
     * A row.
     *
     * @param index its place in the log, from 0
     * @param json the row as it is sealed: canonical JSON (RFC 8785)
     */
    public record LogRow(long index, Instant at, String action, byte[] json) {
    }

}
