package io.slipway.audit.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a tree whose leaves come one after the other, of which nothing is kept but
 * the roots of its whole subtrees.
 */
final class RollingRoot {

    private final Deque<byte[]> subtrees = new ArrayDeque<>();

    private long size;

    void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long left = this.size; (left & 1) == 1; left >>= 1) {
            hash = Merkle.node(this.subtrees.pop(), hash);
        }
        this.subtrees.push(hash);
        this.size++;
    }

    long size() {
        return this.size;
    }

    byte[] root() {
        if (this.size == 0) {
            return Merkle.empty();
        }
        Iterator<byte[]> smallestFirst = this.subtrees.iterator();
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = Merkle.node(smallestFirst.next(), root);
        }
        return root;
    }

}
