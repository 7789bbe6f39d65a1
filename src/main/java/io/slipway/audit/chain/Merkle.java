package io.slipway.audit.chain;

import java.security.MessageDigest;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The hashes of a Merkle tree as RFC 6962, section 2.1, defines them.
 */
final class Merkle {

    /** The length of a hash, in bytes. */
    static final int LENGTH = 32;

    private Merkle() {
    }

    /** The root of a tree without leaves. */
    static byte[] empty() {
        return DigestUtils.getSha256Digest().digest();
    }

    static byte[] leaf(byte[] data) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update((byte) 0);
        return digest.digest(data);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

}
