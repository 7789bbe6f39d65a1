package io.slipway.validation.evidence;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Takes the digest and the length of what is read through it, and a compressed copy as
 * long as that is small.
 */
final class Metered extends FilterInputStream {

    /** The largest copy, compressed. */
    static final int MOST_KEPT = 1024 * 1024;

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private @Nullable OutputStream copy;

    private long size;

    Metered(InputStream in) throws IOException {
        super(in);
        this.copy = new GZIPOutputStream(this.kept);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return (read < 0) ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            this.size += read;
            this.digest.update(into, offset, read);
            if (this.copy != null) {
                this.copy.write(into, offset, read);
                if (this.kept.size() > MOST_KEPT) {
                    this.copy = null;
                    this.kept.reset();
                }
            }
        }
        return read;
    }

    @Override
    public long skip(long number) throws IOException {
        return (number > 0 && read() >= 0) ? 1 : 0;
    }

    /** Reads whatever the parser left. */
    void finish() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (this.copy != null) {
            this.copy.close();
        }
    }

    String digest() {
        try {
            MessageDigest soFar = (MessageDigest) this.digest.clone();
            return HexFormat.of().formatHex(soFar.digest());
        }
        catch (CloneNotSupportedException ex) {
            throw new IllegalStateException("SHA-256 cannot be cloned", ex);
        }
    }

    long size() {
        return this.size;
    }

    /** The compressed copy; null if it is too large. */
    byte @Nullable [] compressed() {
        return (this.copy != null && this.kept.size() <= MOST_KEPT) ? this.kept.toByteArray() : null;
    }

}
