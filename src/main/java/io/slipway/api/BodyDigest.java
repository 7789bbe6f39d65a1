package io.slipway.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Digests a body as it is read. The boundary between the parts of a form is passed over:
 * tools choose it anew each time they send the same.
 */
final class BodyDigest {

    private static final int BUFFER = 8192;

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private final byte[] boundary;

    /**
     * For each beginning of the boundary, the length of the next shorter one it ends
     * with.
     */
    private final int[] shorter;

    private final byte[] buffer = new byte[BUFFER];

    private int buffered;

    private int matched;

    BodyDigest(@Nullable String contentType) {
        this.boundary = boundary(contentType);
        this.shorter = new int[this.boundary.length];
        for (int i = 1; i < this.boundary.length; i++) {
            int length = this.shorter[i - 1];
            while (length > 0 && this.boundary[i] != this.boundary[length]) {
                length = this.shorter[length - 1];
            }
            this.shorter[i] = (this.boundary[i] == this.boundary[length]) ? length + 1 : 0;
        }
    }

    private static byte[] boundary(@Nullable String contentType) {
        try {
            String found = (contentType != null && contentType.startsWith("multipart/"))
                    ? MediaType.parseMediaType(contentType).getParameter("boundary") : null;
            return (found != null) ? found.replace("\"", "").getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
        }
        catch (InvalidMediaTypeException ex) {
            return new byte[0];
        }
    }

    void update(byte[] bytes, int offset, int length) {
        if (this.boundary.length == 0) {
            this.digest.update(bytes, offset, length);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            next(bytes[i]);
        }
    }

    private void next(byte one) {
        while (this.matched > 0 && this.boundary[this.matched] != one) {
            int kept = this.shorter[this.matched - 1];
            for (int i = 0; i < this.matched - kept; i++) {
                take(this.boundary[i]);
            }
            this.matched = kept;
        }
        if (this.boundary[this.matched] == one) {
            this.matched = (this.matched + 1 < this.boundary.length) ? this.matched + 1 : 0;
        }
        else {
            take(one);
        }
    }

    private void take(byte one) {
        if (this.buffered == this.buffer.length) {
            flush();
        }
        this.buffer[this.buffered++] = one;
    }

    private void flush() {
        this.digest.update(this.buffer, 0, this.buffered);
        this.buffered = 0;
    }

    /** The digest of all that was read; nothing may be added afterwards. */
    String hex() {
        flush();
        this.digest.update(this.boundary, 0, this.matched);
        return Hex.encodeHexString(this.digest.digest());
    }

}
