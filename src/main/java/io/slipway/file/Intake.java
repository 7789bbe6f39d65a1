package io.slipway.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file as it comes in: laid down on disk while its length, its digest and its kind are
 * found out, so that no transaction waits for whoever sends it. Gone when closed.
 */
public final class Intake implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private static final int HEAD = 8;

    private final Path path;

    private final String name;

    private long size;

    private String digest = "";

    private Intake(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Takes a file in. Refuses what {@link FileName#check} refuses, and a file that is
     * empty, too large, or not of the type that its name says.
     * @param in the file, read to its end
     * @param field name of the form's component, to refuse it at
     * @param mostMib its greatest length in MiB
     * @throws IOException if the stream itself fails
     */
    public static Intake of(FileName name, InputStream in, String field, int mostMib) throws IOException {
        InputCheck check = new InputCheck();
        name.check(field, check);
        check.finish();
        Intake intake = new Intake(Files.createTempFile("slipway-", ".upload"), name.text());
        try {
            intake.read(in, name.type().orElseThrow(), field, mostMib);
            return intake;
        }
        catch (IOException | RuntimeException ex) {
            intake.close();
            throw ex;
        }
    }

    private void read(InputStream in, FileType type, String field, int mostMib) throws IOException {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        byte[] buffer = new byte[PIECE];
        TextCheck text = new TextCheck();
        try (OutputStream out = Files.newOutputStream(this.path)) {
            for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
                if (this.size == 0 && !type.begins(buffer, Math.min(read, HEAD))) {
                    throw new InvalidInputException(field, "file.content", this.name);
                }
                this.size += read;
                if (this.size > mostMib * 1024L * 1024) {
                    throw new InvalidInputException(field, "file.large", this.name, mostMib);
                }
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
                if (type.isText()) {
                    text.take(buffer, 0, read);
                }
            }
        }
        if (this.size == 0) {
            throw new InvalidInputException(field, "file.empty", this.name);
        }
        if (type.isText() && !text.finish()) {
            throw new InvalidInputException(field, "file.content", this.name);
        }
        this.digest = HexFormat.of().formatHex(sha256.digest());
    }

    /** What the file is called. */
    public String name() {
        return this.name;
    }

    /**
     * The length of the file.
     * @return it in bytes
     */
    public long size() {
        return this.size;
    }

    /**
     * The SHA-256 of the whole.
     * @return 64 lower-case hexadecimal digits
     */
    public String digest() {
        return this.digest;
    }

    InputStream content() throws IOException {
        return Files.newInputStream(this.path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(this.path);
    }

}
