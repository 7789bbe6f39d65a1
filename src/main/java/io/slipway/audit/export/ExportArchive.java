package io.slipway.audit.export;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * An archive on its way out. Of each file in it the rows and bytes are counted and the
 * digest is taken. The end of an archive is what makes it one: whoever gets half of it
 * knows.
 */
final class ExportArchive {

    private final ZipOutputStream zip;

    private final FileTime at;

    private final List<Part> parts = new ArrayList<>();

    private long bytes;

    ExportArchive(OutputStream to, Instant at) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(to, 1 << 16), StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.at = FileTime.from(at);
    }

    /** Adds a file. */
    void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(this.at);
        this.zip.putNextEntry(entry);
        long before = this.bytes;
        Digested to = new Digested(this.zip);
        OutputStream buffer = new BufferedOutputStream(to, 1 << 16);
        long rows = content.write(buffer);
        buffer.flush();
        this.zip.closeEntry();
        this.parts.add(new Part(name, rows, this.bytes - before, HexFormat.of().formatHex(to.sha256.digest())));
    }

    /** What was added. */
    List<Part> parts() {
        return List.copyOf(this.parts);
    }

    /** How many bytes of files went out, those of one that was begun included. */
    long bytes() {
        return this.bytes;
    }

    void finish() throws IOException {
        this.zip.finish();
        this.zip.flush();
    }

    /** What a file holds. */
    interface Content {

        /**
         * Writes it.
         * @return how many rows it has
         */
        long write(OutputStream to) throws IOException;

    }

    /**
     * A file that was added.
     *
     * @param rows how many rows, events or releases it has
     * @param sha256 its digest, in hexadecimal
     */
    record Part(String name, long rows, long bytes, String sha256) {
    }

    /** Bytes on their way out, of which the digest is taken. */
    private final class Digested extends FilterOutputStream {

        private final MessageDigest sha256 = DigestUtils.getSha256Digest();

        Digested(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] { (byte) one }, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            this.sha256.update(some, from, length);
            ExportArchive.this.bytes += length;
            this.out.write(some, from, length);
        }

    }

}
