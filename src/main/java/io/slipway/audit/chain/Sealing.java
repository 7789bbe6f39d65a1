package io.slipway.audit.chain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the rows of the record after their commit, by one node at a time: each becomes a
 * leaf, and at least once a minute, while there is news, the head of the tree is signed.
 * A log that is shorter than what this node has signed, or another, is sealed no further
 * until a person has decided.
 */
@Component
class Sealing {

    static final int BATCH = 1000;

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private static final Duration RUN = Duration.ofSeconds(30);

    private static final int SALT = 16;

    private final ChainStore store;

    private final RecordKeys keys;

    private final Clock clock;

    private final TransactionTemplate transaction;

    private final SecureRandom random = new SecureRandom();

    Sealing(ChainStore store, RecordKeys keys, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals what waits, for half a minute at most. */
    @Scheduled(fixedDelayString = "${slipway.audit.seal-every:PT10S}",
            initialDelayString = "${slipway.audit.seal-first:PT15S}")
    void seal() {
        long begin = System.nanoTime();
        int sealed = BATCH;
        while (sealed == BATCH && System.nanoTime() - begin < RUN.toNanos()) {
            sealed = sealed();
        }
    }

    /**
     * Seals a batch. What was signed is remembered outside of the database once it is
     * committed: a node that dies in between remembers less, which contradicts nothing.
     * @return how many rows; none where another node is at it, or sealing has stopped
     */
    int sealed() {
        Batch batch = Objects.requireNonNull(
                this.transaction.execute((status) -> this.store.lock().map(this::batch).orElse(Batch.NONE)));
        if (batch.signed() != null) {
            this.keys.remember(batch.signed());
        }
        return batch.rows();
    }

    private Batch batch(ChainStore.Log known) {
        if (known.halted() != null) {
            return Batch.NONE;
        }
        Optional<String> contradiction = contradiction(known);
        if (contradiction.isPresent()) {
            log.error("The record is sealed no further: {}", contradiction.get());
            this.store.halt(contradiction.get());
            return Batch.NONE;
        }
        List<SealedRow> rows = this.store.pending(BATCH);
        Growth growth = new Growth(this.store, known.size());
        List<ChainStore.Leaf> leaves = new ArrayList<>();
        for (SealedRow row : rows) {
            byte[] salt = new byte[SALT];
            this.random.nextBytes(salt);
            byte[] hash = row.payloadHash(salt);
            leaves.add(new ChainStore.Leaf(growth.size(), row.sequence(), salt, hash));
            growth.add(Merkle.leaf(row.leaf(hash)));
        }
        if (!leaves.isEmpty()) {
            this.store.seal(leaves, growth);
        }
        return new Batch(rows.size(), signed(known, growth));
    }

    /**
     * Signs the head of the tree where there is news, a minute after the last at the
     * earliest.
     */
    private @Nullable SignedNote signed(ChainStore.Log known, Growth growth) {
        if (!this.keys.sign() || growth.size() == 0) {
            return null;
        }
        ChainStore.@Nullable KeptCheckpoint last = this.store.newest().orElse(null);
        Instant now = this.clock.instant();
        if (last != null && (last.size() == growth.size()
                || Duration.between(last.at(), now).abs().compareTo(this.keys.between()) < 0)) {
            return null;
        }
        Checkpoint checkpoint = new Checkpoint(this.keys.origin(known.generation()), growth.size(),
                growth.tree().root());
        SignedNote note = this.keys.signed(checkpoint.text());
        this.store.keep(checkpoint, now, note);
        return note;
    }

    /**
     * What this node signed is the beginning of the log, or something is wrong with it.
     */
    private Optional<String> contradiction(ChainStore.Log known) {
        return this.keys.remembered()
            .filter((signed) -> signed.origin().equals(this.keys.origin(known.generation())))
            .flatMap((signed) -> contradiction(known, signed));
    }

    private Optional<String> contradiction(ChainStore.Log known, Checkpoint signed) {
        if (signed.size() > known.size()) {
            return Optional.of("this node signed " + signed.size() + " rows, and the database has " + known.size()
                    + ": it was restored from a backup, or cut off");
        }
        try {
            byte[] root = new TileTree(this.store, signed.size()).root();
            return Arrays.equals(root, signed.root()) ? Optional.empty()
                    : Optional.of("the first " + signed.size() + " rows are not those that this node signed");
        }
        catch (IllegalStateException ex) {
            return Optional.of(String.valueOf(ex.getMessage()));
        }
    }

    /**
     * What was sealed at once.
     *
     * @param signed the checkpoint behind it; null if none was due
     */
    private record Batch(int rows, @Nullable SignedNote signed) {

        static final Batch NONE = new Batch(0, null);

    }

}
