package io.slipway.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Somebody who has a key of their own, and not the portal's.
 */
public class Forger {

    private final SigningKey key;

    /**
     * A forger.
     * @param name under which they sign
     */
    public Forger(String name) {
        this.key = SigningKey.read(SigningKey.make(), name);
    }

    /** The verifier key that is theirs. */
    public String verifier() {
        return this.key.verifier().toString();
    }

    /** Their signature. */
    public byte[] sign(String text) {
        return this.key.sign(text).bytes();
    }

    /** A text as a note that they signed. */
    public String note(String text) {
        return new SignedNote(text, List.of(this.key.sign(text))).toString();
    }

    /** A checkpoint that they signed. */
    public String checkpoint(String origin, long size, byte[] root) {
        return note(new Checkpoint(origin, size, root).text());
    }

    /** The verifier key that is theirs as a witness (C2SP tlog-cosignature). */
    public String witness() {
        byte[] typed = typed();
        return name() + "+" + HexFormat.of().formatHex(id(typed)) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** The line by which they cosign a checkpoint, as a witness. */
    public String cosignature(String text, long at) {
        byte[] signature = sign("cosignature/v1\ntime " + at + "\n" + text);
        byte[] whole = ByteBuffer.allocate(4 + Long.BYTES + signature.length)
            .put(id(typed()))
            .putLong(at)
            .put(signature)
            .array();
        return "— " + name() + " " + Base64.getEncoder().encodeToString(whole) + "\n";
    }

    private String name() {
        return this.key.verifier().name();
    }

    private byte[] typed() {
        byte[] raw = this.key.verifier().key();
        return ByteBuffer.allocate(1 + raw.length).put((byte) 4).put(raw).array();
    }

    private byte[] id(byte[] typed) {
        byte[] name = (name() + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(
                DigestUtils.sha256(ByteBuffer.allocate(name.length + typed.length).put(name).put(typed).array()), 4);
    }

}
