package io.slipway.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.slipway.audit.chain.Forger;

/**
 * Makes logs as the portal gives them, of any size.
 */
class LogMaker {

    static final String ORIGIN = "localhost/slipway";

    private final Forger signer;

    LogMaker(Forger signer) {
        this.signer = signer;
    }

    /** A leaf like the portal's, of about the same length. */
    static String leaf(long index) {
        return "{\"action\":\"plan.submitted\",\"at\":\"2026-11-30T10:00:00.000Z\",\"payload\":\"%064x\",\"release\":\"PAY-%d\",\"sequence\":%d,\"subjectType\":\"release\"}"
            .formatted(index * 0x9E3779B97F4A7C15L, index / 50, index + 1);
    }

    /**
     * Writes a log.
     * @param each after how many rows a checkpoint is kept
     */
    void write(OutputStream to, long size, long each, LongFunction<String> leaves) throws IOException {
        HashTree tree = new HashTree();
        StringBuilder checkpoints = new StringBuilder();
        ZipOutputStream zip = new ZipOutputStream(to);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry("leaves.jsonl"));
        ByteArrayOutputStream tiles = new ByteArrayOutputStream();
        for (long i = 0; i < size; i++) {
            byte[] leaf = leaves.apply(i).getBytes(StandardCharsets.UTF_8);
            zip.write(leaf);
            zip.write('\n');
            byte[] hash = tree.leaf(leaf, 0, leaf.length);
            tiles.write(hash);
            tree.add(hash);
            if ((i + 1) % each == 0) {
                String note = this.signer.checkpoint(ORIGIN, i + 1, tree.root());
                checkpoints.append("{\"note\":\"").append(note.replace("\n", "\\n")).append("\"}\n");
            }
        }
        file(zip, "tiles.bin", tiles.toByteArray());
        file(zip, "checkpoint.txt", bytes(this.signer.checkpoint(ORIGIN, size, tree.root())));
        file(zip, "checkpoints.jsonl", bytes(checkpoints.toString()));
        file(zip, "key.txt", bytes(this.signer.verifier() + "\n"));
        zip.finish();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void file(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

}
