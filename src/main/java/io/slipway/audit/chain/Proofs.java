package io.slipway.audit.chain;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs, without the tree: as RFC 9162, sections 2.1.3.2 and 2.1.4.2, describes.
 */
final class Proofs {

    private Proofs() {
    }

    /** Whether a leaf is at its place in the tree with a root. */
    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long left = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] next : path) {
            if (last == 0) {
                return false;
            }
            if ((left & 1) == 1 || left == last) {
                hash = Merkle.node(next, hash);
                while (left != 0 && (left & 1) == 0) {
                    left >>= 1;
                    last >>= 1;
                }
            }
            else {
                hash = Merkle.node(hash, next);
            }
            left >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether a smaller tree is the beginning of a larger one. */
    static boolean consistent(long earlier, byte[] earlierRoot, long size, byte[] root, List<byte[]> proof) {
        if (earlier == size) {
            return proof.isEmpty() && Arrays.equals(earlierRoot, root);
        }
        if (earlier < 1 || earlier > size || proof.isEmpty()) {
            return false;
        }
        Iterator<byte[]> next = proof.iterator();
        long first = earlier - 1;
        long second = size - 1;
        while ((first & 1) == 1) {
            first >>= 1;
            second >>= 1;
        }
        byte[] one = (Long.bitCount(earlier) == 1) ? earlierRoot : next.next();
        byte[] two = one;
        while (next.hasNext()) {
            byte[] hash = next.next();
            if (second == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == second) {
                one = Merkle.node(hash, one);
                two = Merkle.node(hash, two);
                while (first != 0 && (first & 1) == 0) {
                    first >>= 1;
                    second >>= 1;
                }
            }
            else {
                two = Merkle.node(two, hash);
            }
            first >>= 1;
            second >>= 1;
        }
        return second == 0 && Arrays.equals(one, earlierRoot) && Arrays.equals(two, root);
    }

}
