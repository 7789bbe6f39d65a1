package io.slipway.audit.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.audit.chain.ChainStore.LeafRow;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InvalidInputException;
import io.slipway.sql.Json;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what others take along of the sealed record: the rows of a release with the proof
 * of each, signatures by the record's keys, for which whoever asks has judged who may,
 * and the whole log. That names nobody, since leaves do not.
 */
@Service
public class SealedRecord {

    private static final int CHUNK = 2048;

    private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final ChainStore store;

    private final RecordKeys keys;

    private final Journal journal;

    SealedRecord(ChainStore store, RecordKeys keys, Journal journal) {
        this.store = store;
        this.keys = keys;
        this.journal = journal;
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

    /**
     * Says which log it is, and records that it is taken away. Refuses where nothing is
     * signed.
     * @return the head up to which {@link #writeLog} gives it
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional
    public String beginLog() {
        KeptCheckpoint head = this.store.newest()
            .filter((kept) -> this.keys.sign())
            .orElseThrow(() -> new InvalidInputException("", "audit.pack.unsigned"));
        this.journal.record(JournalEntry.of("record.log-exported", "record", "log").with(Map.of("rows", head.size())));
        return head.note();
    }

    /**
     * Writes the log up to a head, in constant memory: what is sealed never changes, so
     * that it needs no transaction.
     */
    @PreAuthorize(RecordSearch.READERS)
    public void writeLog(String head, OutputStream to) throws IOException {
        long size = Checkpoint.parse(SignedNote.parse(head).text()).size();
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        begin(zip, "checkpoint.txt");
        text(zip, head);
        begin(zip, "key.txt");
        for (NoteKey key : this.keys.verifiers()) {
            text(zip, key + "\n");
        }
        begin(zip, "checkpoints.jsonl");
        List<KeptCheckpoint> some = this.store.from(1, CHUNK);
        while (!some.isEmpty() && some.get(0).size() <= size) {
            for (KeptCheckpoint kept : some) {
                text(zip, Json.text(Map.of("note", kept.note())) + "\n");
            }
            some = this.store.from(some.get(some.size() - 1).size() + 1, CHUNK);
        }
        begin(zip, "leaves.jsonl");
        for (long from = 0; from < size; from += CHUNK) {
            for (LeafRow leaf : this.store.leaves(from, (int) Math.min(CHUNK, size - from))) {
                zip.write(leaf.row().leaf(leaf.payloadHash()));
                zip.write('\n');
            }
        }
        begin(zip, "tiles.bin");
        for (long number = 0; number * Tiles.WIDTH < size; number++) {
            byte[] tile = this.store.tile(0, number);
            zip.write(tile, 0, (int) Math.min(tile.length, (size - number * Tiles.WIDTH) * Merkle.LENGTH));
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static void text(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

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
        public record Row(long index, long sequence, Instant at, String leaf, String salt, String row,
                List<String> proof) {
        }

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