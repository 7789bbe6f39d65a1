package io.slipway.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A Merkle tree (RFC 6962) of which nothing is kept but the roots of whole subtrees.
 */
class HashTree {

    private final MessageDigest digest;

    private final Deque<byte[]> subtrees = new ArrayDeque<>();

    private long size;

    HashTree() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    byte[] sha(byte[]... parts) {
        for (byte[] part : parts) {
            this.digest.update(part);
        }
        return this.digest.digest();
    }

    byte[] leaf(byte[] data, int from, int length) {
        this.digest.update((byte) 0);
        this.digest.update(data, from, length);
        return this.digest.digest();
    }

    private byte[] node(byte[] left, byte[] right) {
        this.digest.update((byte) 1);
        this.digest.update(left);
        this.digest.update(right);
        return this.digest.digest();
    }

    void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long left = this.size; (left & 1) == 1; left >>= 1) {
            hash = node(this.subtrees.pop(), hash);
        }
        this.subtrees.push(hash);
        this.size++;
    }

    long size() {
        return this.size;
    }

    byte[] root() {
        if (this.size == 0) {
            return sha();
        }
        Iterator<byte[]> smallestFirst = this.subtrees.iterator();
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = node(smallestFirst.next(), root);
        }
        return root;
    }

    /**
     * Whether a leaf is at its place in the tree with a root (RFC 9162, section 2.1.3.2).
     */
    boolean includes(byte[] leaf, long index, long all, List<byte[]> path, byte[] root) {
        long left = index;
        long last = all - 1;
        byte[] hash = leaf;
        for (byte[] next : path) {
            if (last == 0) {
                return false;
            }
            boolean right = (left & 1) == 1 || left == last;
            hash = right ? node(next, hash) : node(hash, next);
            while (right && left != 0 && (left & 1) == 0) {
                left >>= 1;
                last >>= 1;
            }
            left >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

}
