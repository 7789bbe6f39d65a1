package io.slipway.audit.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of a certain size, read from tiles: its root, and the proofs of RFC 6962 that a
 * leaf is in it and that a smaller tree is its beginning. It reads a number of tiles that
 * grows with the height of the tree only.
 */
final class TileTree {

    private static final int MOST_KNOWN = 10_000;

    private final Tiles tiles;

    private final long size;

    /** Proofs of neighbours share most of their hashes. */
    private final Map<List<Long>, byte[]> known = new HashMap<>();

    /**
     * A tree.
     * @param size how many leaves it has, from 0
     */
    TileTree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** The root hash. */
    byte[] root() {
        return (this.size == 0) ? Merkle.empty() : range(0, this.size);
    }

    /**
     * The audit path of a leaf, its sibling first.
     * @param index the leaf, from 0
     */
    List<byte[]> inclusion(long index) {
        if (index < 0 || index >= this.size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + this.size);
        }
        List<byte[]> path = new ArrayList<>();
        include(index, 0, this.size, path);
        return path;
    }

    private void include(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long split = from + largestPowerBelow(to - from);
        if (index < split) {
            include(index, from, split, path);
            path.add(range(split, to));
        }
        else {
            include(index, split, to, path);
            path.add(range(from, split));
        }
    }

    /**
     * The proof that a smaller tree is the beginning of this one.
     * @param earlier the size of the smaller tree, from 1 to the size of this one
     */
    List<byte[]> consistency(long earlier) {
        if (earlier < 1 || earlier > this.size) {
            throw new IllegalArgumentException("No tree of " + earlier + " in a tree of " + this.size);
        }
        List<byte[]> proof = new ArrayList<>();
        if (earlier < this.size) {
            extend(earlier, 0, this.size, true, proof);
        }
        return proof;
    }

    private void extend(long earlier, long from, long to, boolean whole, List<byte[]> proof) {
        if (earlier == to - from) {
            if (!whole) {
                proof.add(range(from, to));
            }
            return;
        }
        long split = largestPowerBelow(to - from);
        if (earlier <= split) {
            extend(earlier, from, from + split, whole, proof);
            proof.add(range(from + split, to));
        }
        else {
            extend(earlier - split, from + split, to, false, proof);
            proof.add(range(from, from + split));
        }
    }

    /** The hash over some leaves: those of a whole subtree are stored. */
    private byte[] range(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            return subtree(Long.numberOfTrailingZeros(length), from / length);
        }
        long split = largestPowerBelow(length);
        return Merkle.node(range(from, from + split), range(from + split, to));
    }

    private byte[] subtree(int height, long index) {
        int level = height / Tiles.HEIGHT;
        int above = height % Tiles.HEIGHT;
        long first = index << above;
        if (this.known.size() > MOST_KNOWN) {
            this.known.clear();
        }
        return this.known.computeIfAbsent(List.of((long) height, index),
                (which) -> within(this.tiles.tile(level, first / Tiles.WIDTH), (int) (first % Tiles.WIDTH),
                        1 << above));
    }

    /** The root over some hashes of a tile, as many as a power of two. */
    static byte[] within(byte[] tile, int at, int count) {
        if (count == 1) {
            int offset = at * Merkle.LENGTH;
            if (offset + Merkle.LENGTH > tile.length) {
                throw new IllegalStateException("A tile is too short: the log is cut off or damaged");
            }
            return Arrays.copyOfRange(tile, offset, offset + Merkle.LENGTH);
        }
        int half = count / 2;
        return Merkle.node(within(tile, at, half), within(tile, at + half, half));
    }

    private static long largestPowerBelow(long number) {
        return Long.highestOneBit(number - 1);
    }

}
