package io.slipway.audit.chain;

import java.util.Arrays;
import java.util.Base64;

/**
 * The head of a log at some size (C2SP tlog-checkpoint): three lines.
 *
 * @param origin which log, without scheme and spaces
 * @param size how many leaves it has
 * @param root the root hash, 32 bytes
 */
record Checkpoint(String origin, long size, byte[] root) {

    /**
     * Reads the text of a checkpoint; extension lines are left out. Refuses, with an
     * {@link IllegalArgumentException}, what is none.
     */
    static Checkpoint parse(String text) {
        String[] lines = text.split("\n");
        if (lines.length < 3 || lines[0].isBlank() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("No checkpoint: origin, size and root are expected, a line each");
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        if (root.length != Merkle.LENGTH) {
            throw new IllegalArgumentException("No checkpoint: the root has not 32 bytes");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    /** Whether it says the same as another. */
    boolean same(Checkpoint other) {
        return this.origin.equals(other.origin) && this.size == other.size && Arrays.equals(this.root, other.root);
    }

    /** The text that is signed, with its last line end. */
    String text() {
        return this.origin + "\n" + this.size + "\n" + Base64.getEncoder().encodeToString(this.root) + "\n";
    }

}
