package io.slipway.audit.chain;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leaves that are added to a tree: collects which tiles become what.
 */
final class Growth {

    private final Tiles tiles;

    private final Map<Tile, byte[]> changed = new TreeMap<>();

    private long size;

    /**
     * The growth of a tree.
     * @param size how many leaves it has so far
     */
    Growth(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** Adds a leaf by its hash. */
    void add(byte[] leaf) {
        put(0, this.size, leaf);
        this.size++;
    }

    private void put(int level, long index, byte[] hash) {
        Tile at = new Tile(level, index / Tiles.WIDTH);
        byte[] tile = this.changed.computeIfAbsent(at, (one) -> this.tiles.tile(one.level(), one.number()));
        int place = (int) (index % Tiles.WIDTH) * Merkle.LENGTH;
        if (tile.length != place) {
            throw new IllegalStateException("Tile " + at.number() + " of level " + level + " has "
                    + (tile.length / Merkle.LENGTH) + " hashes, and not " + (place / Merkle.LENGTH));
        }
        ByteArrayOutputStream grown = new ByteArrayOutputStream(tile.length + Merkle.LENGTH);
        grown.writeBytes(tile);
        grown.writeBytes(hash);
        byte[] whole = grown.toByteArray();
        this.changed.put(at, whole);
        if (whole.length == Tiles.WIDTH * Merkle.LENGTH) {
            put(level + 1, at.number(), TileTree.within(whole, 0, Tiles.WIDTH));
        }
    }

    /** How many leaves the tree has now. */
    long size() {
        return this.size;
    }

    /** What the changed tiles have become. */
    Map<Tile, byte[]> changed() {
        return this.changed;
    }

    /** The tree as it has become. */
    TileTree tree() {
        return new TileTree((level, number) -> {
            byte[] grown = this.changed.get(new Tile(level, number));
            return (grown != null) ? Arrays.copyOf(grown, grown.length) : this.tiles.tile(level, number);
        }, this.size);
    }

    /**
     * Where a tile stands.
     *
     * @param number its place in its level, from 0
     */
    record Tile(int level, long number) implements Comparable<Tile> {

        @Override
        public int compareTo(Tile other) {
            return (this.level != other.level) ? Integer.compare(this.level, other.level)
                    : Long.compare(this.number, other.number);
        }

    }

}
