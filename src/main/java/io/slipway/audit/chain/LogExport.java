package io.slipway.audit.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * Gives away the whole log, as far as it is signed, to be verified elsewhere: leaves,
 * their stored hashes, and every kept checkpoint. It names nobody, since leaves do not.
 */
@Service
public class LogExport {

    private static final int CHUNK = 2048;

    private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final ChainStore store;

    private final RecordKeys keys;

    private final Journal journal;

    LogExport(ChainStore store, RecordKeys keys, Journal journal) {
        this.store = store;
        this.keys = keys;
        this.journal = journal;
    }

    /**
     * Says which log it is, and records that it is taken away. Refuses where nothing is
     * signed.
     * @return the head up to which {@link #write} gives it
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional
    public String begin() {
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
    public void write(String head, OutputStream to) throws IOException {
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

}
