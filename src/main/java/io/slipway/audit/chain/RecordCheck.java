package io.slipway.audit.chain;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.audit.chain.ChainStore.LeafRow;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks at every row of the record: whether it is what was sealed, in the order in which
 * it was sealed, and whether all checkpoints say so.
 */
@Component
class RecordCheck {

    private static final int CHUNK = 2048;

    private final ChainStore store;

    private final RecordKeys keys;

    RecordCheck(ChainStore store, RecordKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * Looks at all rows that are sealed.
     * @param progress told how many were looked at, now and then
     * @return the first that is not what was sealed; null if all are
     */
    @Nullable Finding run(LongConsumer progress) {
        long size = this.store.log().size();
        KeptCheckpoint newest = this.store.newest().orElse(null);
        RollingRoot rolling = new RollingRoot();
        Checkpoints checkpoints = new Checkpoints();
        for (long from = 0; from < size; from += CHUNK) {
            int most = (int) Math.min(CHUNK, size - from);
            Finding finding = chunk(from, most, rolling, checkpoints);
            if (finding != null) {
                return finding;
            }
            progress.accept(from + most);
        }
        if (newest != null && newest.size() > size) {
            return new Finding(size, null, "cut-off", String.valueOf(newest.size()));
        }
        return head(size, rolling);
    }

    private @Nullable Finding chunk(long from, int most, RollingRoot rolling, Checkpoints checkpoints) {
        Map<Long, LeafRow> found = new HashMap<>();
        this.store.leaves(from, most).forEach((leaf) -> found.put(leaf.leafIndex(), leaf));
        Map<Long, byte[]> tiles = new HashMap<>();
        for (long index = from; index < from + most; index++) {
            LeafRow leaf = found.get(index);
            if (leaf == null) {
                return new Finding(index, this.store.sequenceAt(index).orElse(null), "missing", "");
            }
            if (leaf.salt() != null
                    && !MessageDigest.isEqual(leaf.row().payloadHash(leaf.salt()), leaf.payloadHash())) {
                return new Finding(index, leaf.row().sequence(), "changed", "");
            }
            byte[] hash = Merkle.leaf(leaf.row().leaf(leaf.payloadHash()));
            byte[] tile = tiles.computeIfAbsent(index / Tiles.WIDTH, (number) -> this.store.tile(0, number));
            int at = (int) (index % Tiles.WIDTH) * Merkle.LENGTH;
            if (tile.length < at + Merkle.LENGTH
                    || !Arrays.equals(hash, Arrays.copyOfRange(tile, at, at + Merkle.LENGTH))) {
                return new Finding(index, leaf.row().sequence(), "changed", "");
            }
            rolling.add(hash);
            Finding contradicted = checkpoints.after(rolling);
            if (contradicted != null) {
                return contradicted;
            }
        }
        return null;
    }

    private @Nullable Finding head(long size, RollingRoot rolling) {
        try {
            if (size > 0 && !Arrays.equals(rolling.root(), new TileTree(this.store, size).root())) {
                return new Finding(size - 1, null, "tree", "");
            }
        }
        catch (IllegalStateException ex) {
            return new Finding(size - 1, null, "tree", "");
        }
        return null;
    }

    /** The checkpoints, one after the other, against the tree as it grows. */
    private final class Checkpoints {

        private Iterator<KeptCheckpoint> some = List.<KeptCheckpoint>of().iterator();

        private @Nullable KeptCheckpoint next;

        private long before;

        Checkpoints() {
            read(0);
        }

        private void read(long from) {
            this.some = RecordCheck.this.store.from(from, CHUNK).iterator();
            this.next = this.some.hasNext() ? this.some.next() : null;
        }

        @Nullable Finding after(RollingRoot rolling) {
            KeptCheckpoint kept = this.next;
            if (kept == null || kept.size() > rolling.size()) {
                return null;
            }
            SignedNote note = kept.signed();
            Checkpoint signed = Checkpoint.parse(note.text());
            if (note.verifiedBy(RecordCheck.this.keys.verifiers()).isEmpty()) {
                return new Finding(this.before, null, "signature", String.valueOf(kept.size()));
            }
            if (signed.size() != rolling.size() || !Arrays.equals(signed.root(), rolling.root())) {
                return new Finding(this.before, null, "rewritten", String.valueOf(kept.size()));
            }
            this.before = kept.size();
            this.next = this.some.hasNext() ? this.some.next() : null;
            if (this.next == null) {
                read(kept.size() + 1);
            }
            return null;
        }

    }

    /**
     * What is wrong.
     *
     * @param index the first leaf that is not what was sealed, from 0
     * @param sequence its row; null if that is not known
     * @param kind {@code missing}, {@code changed}, {@code rewritten} behind that leaf,
     * {@code signature} of a checkpoint, {@code cut-off} behind that leaf, or
     * {@code tree}
     * @param detail the size of the checkpoint that says so; empty otherwise
     */
    record Finding(long index, @Nullable Long sequence, String kind, String detail) {
    }

}
