package io.slipway.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.audit.chain.ChainStore.LeafRow;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what others take along of the sealed record: rows with the proof of each, and
 * signatures by the record's keys. Whoever asks has judged who may.
 */
@Service
public class SealedRecord {

    private final ChainStore store;

    private final RecordKeys keys;

    SealedRecord(ChainStore store, RecordKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * The sealed rows of a release, up to the first checkpoint that covers them all, or
     * to the last one that there is.
     * @return the rows; nothing where none of them is signed
     */
    @Transactional(readOnly = true)
    public Optional<Extract> ofRelease(String key) {
        List<LeafRow> leaves = this.store.ofRelease(key);
        long last = leaves.isEmpty() ? -1 : leaves.get(leaves.size() - 1).leafIndex();
        return this.store.from(last + 1, 1)
            .stream()
            .findFirst()
            .or(this.store::newest)
            .filter((covering) -> this.keys.sign())
            .map((covering) -> extract(leaves, covering))
            .filter((extract) -> !extract.rows().isEmpty());
    }

    private Extract extract(List<LeafRow> leaves, KeptCheckpoint covering) {
        TileTree tree = new TileTree(new Remembered(this.store), covering.size());
        return new Extract(covering.note(), covering.size(), leaves.size(),
                leaves.stream()
                    .filter((leaf) -> leaf.leafIndex() < covering.size())
                    .map((leaf) -> row(leaf, tree))
                    .toList());
    }

    private static Extract.Row row(LeafRow leaf, TileTree tree) {
        SealedRow row = leaf.row();
        return new Extract.Row(leaf.leafIndex(), row.sequence(), row.at(), text(row.leaf(leaf.payloadHash())),
                (leaf.salt() != null) ? base64(leaf.salt()) : "", text(row.payload()),
                tree.inclusion(leaf.leafIndex()).stream().map(SealedRecord::base64).toList());
    }

    /** The signatures of all keys of the record over a text, without any format. */
    public List<Signed> signatures(String text) {
        return this.keys.signed(text)
            .signatures()
            .stream()
            .map((one) -> new Signed(
                    this.keys.verifiers()
                        .stream()
                        .filter((key) -> key.id() == one.keyId())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("A key that signs has no verifier key")),
                    one.bytes()))
            .toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * A signature.
     *
     * @param key by which it is verified
     * @param signature 64 bytes, Ed25519
     */
    public record Signed(NoteKey key, byte[] signature) {
    }

    /** Proofs of many rows of one release read the same tiles. */
    private record Remembered(Tiles tiles, Map<Growth.Tile, byte[]> read) implements Tiles {

        Remembered(Tiles tiles) {
            this(tiles, new TreeMap<>());
        }

        @Override
        public byte[] tile(int level, long number) {
            return this.read.computeIfAbsent(new Growth.Tile(level, number),
                    (at) -> this.tiles.tile(at.level(), at.number()));
        }

    }

}
