package io.slipway.audit.chain;

/**
 * The stored hashes of a tree, in tiles of at most 256 (C2SP tlog-tiles): those of level
 * 0 are of leaves, one of level {@code n} is the root of a full tile of level
 * {@code n - 1}.
 */
interface Tiles {

    /** So many hashes fill a tile. */
    int WIDTH = 256;

    /** A full tile is a tree of this height. */
    int HEIGHT = 8;

    /**
     * A tile.
     * @param number its place in its level, from 0
     * @return its hashes one behind the other; empty where there is none
     */
    byte[] tile(int level, long number);

}
