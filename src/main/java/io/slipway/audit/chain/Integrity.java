package io.slipway.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says how far the record can be trusted, and gives others what they need to find out for
 * themselves. Auditors and administrators only.
 */
@Service
public class Integrity {

    private static final Logger log = LoggerFactory.getLogger(Integrity.class);

    private static final int LONGEST = 4000;

    private static final String FIELD = "checkpoint";

    /** A check that has not got on for so long was broken off. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ChainStore store;

    private final AnchorStore anchors;

    private final CheckStore checks;

    private final RecordCheck check;

    private final RecordKeys keys;

    private final Journal journal;

    private final CurrentActor currentActor;

    private final Clock clock;

    Integrity(ChainStore store, AnchorStore anchors, CheckStore checks, RecordCheck check, RecordKeys keys,
            Journal journal, CurrentActor currentActor, Clock clock) {
        this.store = store;
        this.anchors = anchors;
        this.checks = checks;
        this.check = check;
        this.keys = keys;
        this.journal = journal;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** How the log stands now. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public Standing standing() {
        ChainStore.Log state = this.store.log();
        KeptCheckpoint newest = this.store.newest().orElse(null);
        return new Standing(state.size(), this.store.waiting(), state.halted(), this.keys.sign(),
                this.keys.verifiers().stream().map(NoteKey::toString).toList(),
                (newest != null) ? this.anchors.given(newest) : null, (newest != null) ? newest.size() : 0,
                (newest != null) ? newest.at() : null, signature(newest), this.checks.newest().orElse(null));
    }

    private Signature signature(@Nullable KeptCheckpoint newest) {
        if (newest == null) {
            return Signature.NONE;
        }
        SignedNote note = newest.signed();
        if (note.verifiedBy(this.keys.verifiers()).isEmpty()) {
            return this.keys.verifiers().isEmpty() ? Signature.UNKNOWN : Signature.WRONG;
        }
        try {
            return Arrays.equals(newest.checkpoint().root(), new TileTree(this.store, newest.size()).root())
                    ? Signature.GOOD : Signature.WRONG;
        }
        catch (IllegalStateException ex) {
            log.error("The tree of the record does not reach its last checkpoint", ex);
            return Signature.WRONG;
        }
    }

    /**
     * Compares the log with a checkpoint that somebody kept. Refuses, at
     * {@code checkpoint}, what is none.
     * @param kept the text as it was kept, with its signatures
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public Comparison compare(String kept) {
        String text = InputCheck.text(FIELD, kept, LONGEST, "audit.integrity.checkpoint.missing");
        Checkpoint signed;
        SignedNote note;
        try {
            note = SignedNote.parse(text + "\n");
            signed = Checkpoint.parse(note.text());
        }
        catch (IllegalArgumentException ex) {
            throw new InvalidInputException(FIELD, "audit.integrity.checkpoint.none");
        }
        ChainStore.Log state = this.store.log();
        if (!signed.origin().equals(this.keys.origin(state.generation()))) {
            return new Comparison("other-log", signed.size(), state.size(), signed.origin());
        }
        if (note.verifiedBy(this.keys.verifiers()).isEmpty()) {
            return new Comparison("unknown-key", signed.size(), state.size(), "");
        }
        if (signed.size() > state.size()) {
            return new Comparison("cut-off", signed.size(), state.size(), "");
        }
        boolean same = Arrays.equals(signed.root(), new TileTree(this.store, signed.size()).root());
        return new Comparison(same ? "consistent" : "contradicted", signed.size(), state.size(), "");
    }

    /**
     * The proof that a row is in the log, for whoever has the verifier key (C2SP
     * tlog-proof). Refuses, with a {@link NotFoundException}, a row that is not sealed,
     * or not by the last checkpoint.
     * @param sequence the row's place in the record
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public String proof(long sequence) {
        KeptCheckpoint newest = this.store.newest().orElseThrow(() -> unsealed(sequence));
        long index = this.store.indexOf(sequence)
            .filter((found) -> found < newest.size())
            .orElseThrow(() -> unsealed(sequence));
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(index).append('\n');
        new TileTree(this.store, newest.size()).inclusion(index)
            .forEach((hash) -> proof.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return proof.append('\n').append(this.anchors.given(newest)).toString();
    }

    private static NotFoundException unsealed(long sequence) {
        return new NotFoundException("proof", String.valueOf(sequence));
    }

    /**
     * Begins to look at every row, in the background. Refuses while somebody's check is
     * under way.
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional
    public void check() {
        Instant now = this.clock.instant();
        if (this.checks.newest().filter((last) -> last.running(now, PATIENCE)).isPresent()) {
            throw new InvalidInputException("", "audit.integrity.check.running");
        }
        long size = this.store.log().size();
        long id = this.checks.begin(size, this.currentActor.get().userName(), now);
        this.journal.record(JournalEntry.of("record.checked", "record", "log").with(Map.of("rows", size)));
        Thread thread = new Thread(() -> run(id), "record-check");
        thread.setDaemon(true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                thread.start();
            }
        });
    }

    private void run(long id) {
        try {
            RecordCheck.Finding finding = this.check
                .run((looked) -> this.checks.progress(id, looked, this.clock.instant()));
            this.checks.end(id, finding, this.clock.instant());
        }
        catch (RuntimeException ex) {
            log.warn("The record could not be looked at to its end", ex);
        }
    }

    /**
     * Begins the log anew under another name, where sealing has stopped: all rows are
     * sealed again, and the former checkpoints are void. Refuses where nothing is wrong,
     * and an empty reason.
     */
    @PreAuthorize("hasAuthority('administrator')")
    @Transactional
    public void beginAnew(String reason) {
        String why = InputCheck.text("reason", reason, 500, "audit.integrity.anew.reason");
        ChainStore.Log state = this.store.lock()
            .filter((locked) -> locked.halted() != null)
            .orElseThrow(() -> new InvalidInputException("", "audit.integrity.anew.fine"));
        this.store.beginAnew();
        this.journal.record(JournalEntry.of("record.begun-anew", "record", "log")
            .because(why)
            .change(Map.of("rows", state.size(), "problem", String.valueOf(state.halted())), Map.of()));
    }

    /** Whether a signature holds. */
    public enum Signature {

        /** It verifies, and the tree is the one that was signed. */
        GOOD,
        /** It does not verify, or the tree is another. */
        WRONG,
        /** No key is known by which it could be verified. */
        UNKNOWN,
        /** Nothing was signed yet. */
        NONE

    }

    /**
     * How the log stands.
     *
     * @param sealed how many rows are sealed
     * @param waiting how many wait to be, counted up to 10,001
     * @param halted why sealing has stopped; null while it goes on
     * @param signing whether this portal has a key
     * @param keys verifier keys
     * @param checkpoint the last signed checkpoint; null if there is none
     * @param signed how many rows it covers
     * @param signedAt when it was signed, UTC
     * @param check the last check of all rows; null if there was none
     */
    public record Standing(long sealed, long waiting, @Nullable String halted, boolean signing, List<String> keys,
            @Nullable String checkpoint, long signed, @Nullable Instant signedAt, Signature signature,
            @Nullable Check check) {
    }

    /**
     * What came of comparing.
     *
     * @param verdict {@code consistent}, {@code contradicted}, {@code cut-off},
     * {@code unknown-key} or {@code other-log}
     * @param kept how many rows the checkpoint covers that was kept
     * @param now how many are sealed now
     * @param origin the other log's name; empty otherwise
     */
    public record Comparison(String verdict, long kept, long now, String origin) {
    }

    /**
     * A look at all rows.
     *
     * @param endedAt when it ended, UTC; null before
     * @param seenAt when it last got on, UTC
     * @param size how many rows there were to look at
     * @param badIndex the first leaf that is not what was sealed, from 0; null if none is
     * @param problem what is wrong with it, such as {@code changed 400}; null if nothing
     * is
     */
    public record Check(long id, Instant startedAt, String startedBy, @Nullable Instant endedAt, Instant seenAt,
            long size, long lookedAt, @Nullable Long badIndex, @Nullable String problem) {

        boolean running(Instant now, Duration patience) {
            return this.endedAt == null && this.seenAt.isAfter(now.minus(patience));
        }

        /** Whether it ended and found nothing. */
        public boolean good() {
            return this.endedAt != null && this.problem == null;
        }

        /** The kind of what is wrong, such as {@code changed}. */
        public String kind() {
            return (this.problem != null) ? this.problem.split(" ")[0] : "";
        }

        /**
         * The row that is wrong or the size of the checkpoint that says so; empty if
         * unknown.
         */
        public String detail() {
            return (this.problem != null && this.problem.contains(" ")) ? this.problem.split(" ")[1] : "";
        }

    }

}
