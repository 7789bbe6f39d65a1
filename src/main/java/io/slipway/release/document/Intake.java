package io.slipway.release.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.slipway.ui.InvalidInputException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file as it comes in: laid down on disk while its length, its digest and its kind are
 * found out, so that no transaction waits for whoever sends it. Gone when closed.
 */
final class Intake implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private static final int HEAD = 8;

    private final Path path;

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private long size;

    private Intake(Path path) {
        this.path = path;
    }

    /**
     * Takes a file in. Refuses, at the field {@code file}, one that is empty, too large,
     * or not of the type that its name says.
     * @param in the file, read to its end
     * @param type what its name says
     * @param most its greatest length in bytes
     * @return the file on disk
     * @throws IOException if the stream itself fails
     */
    static Intake of(InputStream in, FileType type, long most) throws IOException {
        Intake intake = new Intake(Files.createTempFile("slipway-", ".upload"));
        try {
            intake.read(in, type, most);
            return intake;
        }
        catch (IOException | RuntimeException ex) {
            intake.close();
            throw ex;
        }
    }

    private void read(InputStream in, FileType type, long most) throws IOException {
        byte[] buffer = new byte[PIECE];
        TextCheck text = new TextCheck();
        try (OutputStream out = Files.newOutputStream(this.path)) {
            for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
                if (this.size == 0 && !type.begins(buffer, Math.min(read, HEAD))) {
                    throw new InvalidInputException("file", "release.document.content");
                }
                this.size += read;
                if (this.size > most) {
                    throw new InvalidInputException("file", "release.document.large", DocumentManagement.MOST_MIB);
                }
                this.digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                if (type.isText()) {
                    text.take(buffer, 0, read);
                }
            }
        }
        if (this.size == 0) {
            throw new InvalidInputException("file", "release.document.empty");
        }
        if (type.isText() && !text.finish()) {
            throw new InvalidInputException("file", "release.document.content");
        }
    }

    long size() {
        return this.size;
    }

    /** The SHA-256 of the whole; asked for once. */
    String digest() {
        return HexFormat.of().formatHex(this.digest.digest());
    }

    InputStream content() throws IOException {
        return Files.newInputStream(this.path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(this.path);
    }

}
