package io.slipway.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verifies the whole log, row by row in constant memory: each leaf has the hash that was
 * stored of it, and the tree is the one that every checkpoint signed. Names the first row
 * that is not.
 */
class LogCheck {

    private static final int BUFFER = 1 << 20;

    private static final int HASH = 32;

    private final Archive log;

    private final Heads heads;

    private final Vouched outside;

    private final Told told;

    private final HashTree tree = new HashTree();

    private final byte[] stored = new byte[HASH];

    /** Checkpoints still to come, by size. */
    private Deque<SignedText> checkpoints = new ArrayDeque<>();

    private long agreed;

    LogCheck(Archive log, Heads heads, Vouched outside, Told told) {
        this.log = log;
        this.heads = heads;
        this.outside = outside;
        this.told = told;
    }

    void run() throws IOException {
        SignedText kept = this.outside.kept();
        SignedText head = this.heads.checkpoint();
        BadException.unless(kept == null || kept.size() <= head.size(), "the log was cut off: you kept "
                + ((kept != null) ? kept.size() : 0) + " rows, and this has " + head.size());
        List<SignedText> signed = signed(head.size());
        this.checkpoints = new ArrayDeque<>(Stream.concat(signed.stream(), Stream.of(head))
            .sorted(Comparator.comparingLong(SignedText::size))
            .toList());
        try (InputStream leaves = this.log.open("leaves.jsonl"); InputStream tiles = this.log.open("tiles.bin")) {
            read(leaves, tiles);
        }
        BadException.unless(this.tree.size() == head.size(),
                "the log ends behind row " + this.tree.size() + ", and the checkpoint covers " + head.size());
        this.told.of("rows", this.tree.size() + " are what was sealed, in this order");
        this.told.of("checkpoints", signed.size() + " that the portal kept agree");
        this.outside.tell(kept != null);
    }

    /** The checkpoints that the portal kept, without those of other keys. */
    private List<SignedText> signed(long size) throws IOException {
        return !this.log.has("checkpoints.jsonl") ? List.of()
                : this.log.text("checkpoints.jsonl")
                    .lines()
                    .map((line) -> SignedText.parse(new JsonLine(line).string("note")))
                    .filter((one) -> one.size() > 0 && one.size() <= size && one.signedBy(this.heads.key()))
                    .toList();
    }

    private void read(InputStream leaves, InputStream tiles) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int filled = 0;
        int got = leaves.read(buffer, 0, BUFFER);
        while (got > 0) {
            filled += got;
            int from = 0;
            for (int at = filled - got; at < filled; at++) {
                if (buffer[at] == '\n') {
                    leaf(this.tree.leaf(buffer, from, at - from), tiles);
                    from = at + 1;
                }
            }
            BadException.unless(from > 0 || filled < BUFFER, "row " + (this.tree.size() + 1) + " has no end");
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            got = leaves.read(buffer, filled, BUFFER - filled);
        }
        BadException.unless(filled == 0, "row " + (this.tree.size() + 1) + " has no end");
    }

    private void leaf(byte[] hash, InputStream tiles) throws IOException {
        long row = this.tree.size() + 1;
        BadException.unless(row <= this.heads.checkpoint().size(),
                "row " + row + " is behind the rows that the checkpoint covers");
        BadException.unless(tiles.readNBytes(this.stored, 0, HASH) == HASH, "the stored hashes end before row " + row);
        BadException.unless(Arrays.equals(hash, this.stored), "row " + row + " is not what was sealed");
        this.tree.add(hash);
        SignedText kept = this.outside.kept();
        BadException.unless(kept == null || kept.size() != row || Arrays.equals(kept.root(), this.tree.root()),
                "the log was written anew: a row from 1 to " + row + " is not the one of your checkpoint");
        while (!this.checkpoints.isEmpty() && this.checkpoints.peek().size() == row) {
            BadException.unless(Arrays.equals(this.checkpoints.remove().root(), this.tree.root()),
                    "the log was written anew: a row from " + (this.agreed + 1) + " to " + row
                            + " is not the one that was signed");
            this.agreed = row;
        }
    }

}
