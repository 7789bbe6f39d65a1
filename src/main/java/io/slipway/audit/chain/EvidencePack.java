package io.slipway.audit.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.slipway.audit.AuditSentences;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.audit.chain.ChainStore.LeafRow;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Json;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs the record of a release so that anybody can verify it without the portal: each
 * row with the proof that it is in the log, the checkpoint, a signed list of the files,
 * and a verifier. The same bytes each time, as long as nothing happens to the release.
 */
@Service
public class EvidencePack {

    /** Times in an archive would differ each time. */
    private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final ChainStore store;

    private final RecordKeys keys;

    private final ReleaseManagement releases;

    private final AuditSentences words;

    private final Journal journal;

    EvidencePack(ChainStore store, RecordKeys keys, ReleaseManagement releases, AuditSentences words, Journal journal) {
        this.store = store;
        this.keys = keys;
        this.releases = releases;
        this.words = words;
        this.journal = journal;
    }

    /**
     * Packs the record of a release. Refuses where nothing of it is signed yet. That it
     * was taken away is itself recorded, but not as a row of the release: the pack would
     * never be the same again.
     * @return the files by name, in their order
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional
    public Map<String, byte[]> of(String releaseKey) throws IOException {
        String key = this.releases.get(releaseKey).key();
        List<LeafRow> leaves = this.store.ofRelease(key);
        long last = leaves.isEmpty() ? -1 : leaves.get(leaves.size() - 1).leafIndex();
        KeptCheckpoint covering = this.store.from(last + 1, 1)
            .stream()
            .findFirst()
            .or(this.store::newest)
            .filter((kept) -> !leaves.isEmpty() && this.keys.sign())
            .orElseThrow(EvidencePack::unsigned);
        List<LeafRow> covered = leaves.stream().filter((leaf) -> leaf.leafIndex() < covering.size()).toList();
        if (covered.isEmpty()) {
            throw unsigned();
        }
        Map<String, byte[]> files = new TreeMap<>();
        files.put("README.txt", readme(key, covered.size(), leaves.size(), covering));
        files.put("Verify.java", new ClassPathResource("audit/Verify.java").getContentAsByteArray());
        files.put("checkpoint.txt", bytes(covering.note()));
        files.put("key.txt", bytes(this.keys.verifiers().get(0) + "\n"));
        files.put("rows.jsonl", rows(covered, covering));
        files.put("trail.txt", trail(covered));
        files.put("manifest.txt", manifest(key, files));
        this.journal.record(JournalEntry.of("record.packed", "record", key)
            .with(Map.of("rows", covered.size(), "digest", DigestUtils.sha256Hex(files.get("manifest.txt")))));
        return files;
    }

    private static InvalidInputException unsigned() {
        return new InvalidInputException("", "audit.pack.unsigned");
    }

    /** Writes the files as an archive. */
    public static void write(Map<String, byte[]> files, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setLastModifiedTime(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private byte[] rows(List<LeafRow> covered, KeptCheckpoint covering) {
        TileTree tree = new TileTree(new Remembered(this.store), covering.size());
        return bytes(covered.stream().map((leaf) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("index", leaf.leafIndex());
            row.put("leaf", new String(leaf.row().leaf(leaf.payloadHash()), StandardCharsets.UTF_8));
            row.put("salt", (leaf.salt() != null) ? base64(leaf.salt()) : "");
            row.put("row", new String(leaf.row().payload(), StandardCharsets.UTF_8));
            row.put("proof", tree.inclusion(leaf.leafIndex()).stream().map(EvidencePack::base64).toList());
            return Json.text(row) + "\n";
        }).collect(Collectors.joining()));
    }

    private byte[] trail(List<LeafRow> covered) {
        return bytes(covered.stream().map(LeafRow::row).map((row) -> {
            StringBuilder line = new StringBuilder().append(row.at())
                .append("  ")
                .append(row.actorName())
                .append((row.role() != null) ? " (" + row.role() + ")" : "")
                .append(": ")
                .append(this.words.action(row.action()))
                .append(" [")
                .append(row.subjectType())
                .append(' ')
                .append(row.subject())
                .append("]\n");
            if (row.reason() != null) {
                line.append("    ").append(row.reason().replace("\n", "\n    ")).append('\n');
            }
            if (!row.oldValues().equals("{}")) {
                line.append("    before ").append(row.oldValues()).append('\n');
            }
            if (!row.newValues().equals("{}")) {
                line.append("    after  ").append(row.newValues()).append('\n');
            }
            return line.toString();
        }).collect(Collectors.joining()));
    }

    private static byte[] readme(String key, int covered, int all, KeptCheckpoint covering) {
        return bytes("""
                The record of %s: %d of its %d rows, in the signed log of %d rows.

                trail.txt       what happened, to read; times are UTC
                rows.jsonl      each row as it was sealed, and the proof that it is in the log
                checkpoint.txt  the signed head of the log
                key.txt         the verifier key; compare it with one that you got another way
                manifest.txt    SHA-256 of each file, signed
                Verify.java     the verifier: it needs Java 17 and nothing else

                To verify:

                  unzip -o evidence.zip Verify.java
                  java Verify.java evidence.zip
                  java Verify.java evidence.zip "the verifier key that you kept"

                A row may have been erased since: then it has no salt, and its place in the log is still proved.
                """.formatted(key, covered, all, covering.size()));
    }

    private byte[] manifest(String key, Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder("Evidence pack of ").append(key).append('\n');
        files.forEach((name, content) -> text.append(HexFormat.of().formatHex(DigestUtils.sha256(content)))
            .append("  ")
            .append(name)
            .append('\n'));
        return bytes(this.keys.signed(text.toString()).toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
