package io.slipway.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A public Ed25519 key by which notes are verified, under the name of who signs (C2SP
 * signed-note), or cosigns as a witness (C2SP tlog-cosignature).
 *
 * @param name who signs, without spaces and plus signs
 * @param type how it signs: as a log or as a witness
 * @param id four bytes, by which a signature tells its key
 * @param key the public key, 32 bytes
 */
public record NoteKey(String name, byte type, int id, byte[] key) {

    private static final byte ED25519 = 1;

    private static final byte COSIGNATURE = 4;

    /** What stands before an Ed25519 key in SubjectPublicKeyInfo. */
    private static final byte[] INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern TEXT = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    static NoteKey of(String name, byte[] key) {
        return of(name, ED25519, key);
    }

    private static NoteKey of(String name, byte type, byte[] key) {
        byte[] whole = typed(type, key);
        byte[] hash = DigestUtils
            .sha256(ByteBuffer.allocate(name.getBytes(StandardCharsets.UTF_8).length + 1 + whole.length)
                .put(name.getBytes(StandardCharsets.UTF_8))
                .put((byte) '\n')
                .put(whole)
                .array());
        return new NoteKey(name, type, ByteBuffer.wrap(hash).getInt(), key.clone());
    }

    /**
     * Reads a verifier key. Refuses, with an {@link IllegalArgumentException}, what is
     * none, of another kind, or whose id is not that of the key.
     */
    static NoteKey parse(String text) {
        return parse(text, ED25519);
    }

    /** Reads the key of a witness, and refuses the same. */
    static NoteKey cosigner(String text) {
        return parse(text, COSIGNATURE);
    }

    private static NoteKey parse(String text, byte type) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("No verifier key: name, id and key with + between them");
        }
        byte[] whole = Base64.getDecoder().decode(parts.group(3));
        if (whole.length != Merkle.LENGTH + 1 || whole[0] != type) {
            throw new IllegalArgumentException("No Ed25519 key of type " + type);
        }
        NoteKey key = of(parts.group(1), type, Arrays.copyOfRange(whole, 1, whole.length));
        if (!key.hex().equals(parts.group(2))) {
            throw new IllegalArgumentException("The id of the verifier key is not that of its key");
        }
        return key;
    }

    boolean verifies(byte[] text, byte[] signature) {
        if (this.type == COSIGNATURE) {
            return signature.length > Long.BYTES && verifiesBare(cosigned(text, cosignedAt(signature)),
                    Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        }
        return verifiesBare(text, signature);
    }

    private static byte[] cosigned(byte[] text, long at) {
        byte[] head = ("cosignature/v1\ntime " + at + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + text.length).put(head).put(text).array();
    }

    /** When a witness cosigned, in seconds, by its own clock. */
    static long cosignedAt(byte[] signature) {
        return ByteBuffer.wrap(signature).getLong();
    }

    private boolean verifiesBare(byte[] text, byte[] signature) {
        if (signature.length != Ed25519PublicKeyParameters.KEY_SIZE * 2) {
            return false;
        }
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(this.key));
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private String hex() {
        return HexFormat.of().toHexDigits(this.id);
    }

    private static byte[] typed(byte type, byte[] key) {
        return ByteBuffer.allocate(key.length + 1).put(type).put(key).array();
    }

    /** The key as {@code openssl} reads it: SubjectPublicKeyInfo (RFC 8410), as PEM. */
    public String pem() {
        byte[] whole = ByteBuffer.allocate(INFO.length + this.key.length).put(INFO).put(this.key).array();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(whole)
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The verifier key as text, such as {@code example.com/slipway+530d903a+Aekye…}. */
    @Override
    public String toString() {
        return this.name + "+" + hex() + "+" + Base64.getEncoder().encodeToString(typed(this.type, this.key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && this.toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return this.id;
    }

}
