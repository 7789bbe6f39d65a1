package io.slipway.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import io.slipway.audit.chain.Forger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done to a log of which somebody kept a checkpoint is found, and the first
 * bad row is named.
 */
class LogCheckTests {

    private static final int SIZE = 1000;

    private final Forger portal = new Forger(LogMaker.ORIGIN);

    @TempDir
    Path folder;

    @Test
    void isGoodAsItIs() throws IOException {
        Path kept = kept();
        assertThat(said(log(SIZE, LogMaker::leaf), "--key", this.portal.verifier(), "--checkpoint", kept.toString()))
            .startsWith("0")
            .contains("1000 are what was sealed", "10 that the portal kept agree",
                    "with the checkpoint that you kept, of 600 rows", "until row 600; unanchored since: 400 rows");
    }

    @Test
    void findsWhatWasFlippedDeletedReorderedTruncatedOrWrittenAnew() throws IOException {
        Path good = log(SIZE, LogMaker::leaf);
        assertThat(damaged(good, LogMaker.leaf(399), LogMaker.leaf(399).replace("submitted", "approved!")))
            .contains("row 400 is not what was sealed");
        assertThat(damaged(good, LogMaker.leaf(499) + "\n", "")).contains("row 500 is not what was sealed");
        assertThat(damaged(good, LogMaker.leaf(299) + "\n" + LogMaker.leaf(300),
                LogMaker.leaf(300) + "\n" + LogMaker.leaf(299)))
            .contains("row 300 is not what was sealed");
        assertThat(damaged(good, LogMaker.leaf(998) + "\n" + LogMaker.leaf(999) + "\n", ""))
            .contains("ends behind row 998, and the checkpoint covers 1000");
        Path kept = kept();
        LongFunction<String> anew = (index) -> LogMaker.leaf(index).replace("PAY-8\"", "PAY-9\"");
        assertThat(said(log(SIZE, anew), "--checkpoint", kept.toString())).startsWith("1")
            .contains("written anew", "a row from 1 to 600");
        assertThat(said(mixed(good, log(SIZE, anew)))).startsWith("1")
            .contains("written anew", "a row from 401 to 500");
        assertThat(said(log(SIZE - 500, LogMaker::leaf), "--checkpoint", kept.toString())).startsWith("1")
            .contains("cut off: you kept 600 rows, and this has 500");
        assertThat(said(good, "--key", new Forger(LogMaker.ORIGIN).verifier())).startsWith("1")
            .contains("not signed by this key");
    }

    @Test
    void tellsUntilWhichRowAWitnessVouchesAndWhenItSaw() throws IOException {
        Forger witness = new Forger("witness.example");
        Path log = log(SIZE, LogMaker::leaf);
        String note = Files.readString(kept());
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        Path cosigned = Files.writeString(this.folder.resolve("cosigned.txt"),
                note + witness.cosignature(text, 1_796_000_000L));
        assertThat(said(log, "--checkpoint", cosigned.toString(), "--witness", witness.witness())).startsWith("0")
            .contains("witness.example saw it at 2026-11-30T00:53:20Z", "until row 600; unanchored since: 400 rows");
        assertThat(said(log, "--witness", witness.witness())).startsWith("1")
            .contains("not cosigned by witness.example");
        assertThat(said(log, "--checkpoint", cosigned.toString(), "--witness", new Forger("other.example").witness()))
            .startsWith("1")
            .contains("not cosigned by other.example");
        Path wrong = Files.writeString(this.folder.resolve("wrong.txt"),
                note + witness.cosignature(text.replace("600", "601"), 1_796_000_000L));
        assertThat(said(log, "--checkpoint", wrong.toString(), "--witness", witness.witness())).startsWith("1")
            .contains("cosignature of witness.example is wrong");
        assertThat(said(log, "--witness", "no+key")).startsWith("1").contains("no verifier key");
    }

    private Path kept() throws IOException {
        HashTree tree = new HashTree();
        for (long i = 0; i < 600; i++) {
            byte[] leaf = LogMaker.leaf(i).getBytes(StandardCharsets.UTF_8);
            tree.add(tree.leaf(leaf, 0, leaf.length));
        }
        return Files.writeString(this.folder.resolve("kept.txt"),
                this.portal.checkpoint(LogMaker.ORIGIN, 600, tree.root()));
    }

    private Path log(int size, LongFunction<String> leaves) throws IOException {
        Path file = Files.createTempFile(this.folder, "log", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new LogMaker(this.portal).write(out, size, 100, leaves);
        }
        return file;
    }

    /** By somebody who has the database but no key. */
    private Path mixed(Path signed, Path anew) throws IOException {
        Path mixed = Files.createTempFile(this.folder, "mixed", ".zip");
        try (ZipFile one = new ZipFile(signed.toFile());
                ZipFile other = new ZipFile(anew.toFile());
                ZipOutputStream after = new ZipOutputStream(Files.newOutputStream(mixed))) {
            for (ZipEntry entry : one.stream().toList()) {
                after.putNextEntry(new ZipEntry(entry.getName()));
                after.write((entry.getName().startsWith("checkpoint") ? one : other)
                    .getInputStream(new ZipEntry(entry.getName()))
                    .readAllBytes());
            }
        }
        return mixed;
    }

    private String damaged(Path log, String from, String to) throws IOException {
        Path damaged = Files.createTempFile(this.folder, "damaged", ".zip");
        try (ZipFile before = new ZipFile(log.toFile());
                ZipOutputStream after = new ZipOutputStream(Files.newOutputStream(damaged))) {
            for (ZipEntry entry : before.stream().toList()) {
                byte[] content = before.getInputStream(entry).readAllBytes();
                after.putNextEntry(new ZipEntry(entry.getName()));
                after.write(!entry.getName().equals("leaves.jsonl") ? content
                        : new String(content, StandardCharsets.UTF_8).replace(from, to)
                            .getBytes(StandardCharsets.UTF_8));
            }
        }
        String said = said(damaged);
        assertThat(said).startsWith("1");
        return said;
    }

    private static String said(Path file, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return code + "\n" + out.toString(StandardCharsets.UTF_8);
    }

}
