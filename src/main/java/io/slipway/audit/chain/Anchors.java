package io.slipway.audit.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.AnchorStore.Anchor;
import io.slipway.audit.chain.AnchorStore.Standing;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says until which row somebody outside has confirmed the record. Auditors and
 * administrators only.
 */
@Service
public class Anchors {

    private final AnchorStore store;

    private final Anchoring anchoring;

    private final Timestamping timestamping;

    Anchors(AnchorStore store, Anchoring anchoring, Timestamping timestamping) {
        this.store = store;
        this.anchoring = anchoring;
        this.timestamping = timestamping;
    }

    /** What each witness has cosigned; nothing where none is configured. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public List<Anchored> all() {
        return this.anchoring.witnesses().stream().map(this::anchored).toList();
    }

    private Anchored anchored(Witness witness) {
        Anchor anchor = this.store.newest(witness.name()).orElse(null);
        Standing standing = this.store.standing(witness.name()).orElse(null);
        boolean good = anchor != null && witness.cosigned(SignedNote.parse(anchor.note()).text(), anchor.line());
        String problem = (anchor != null && !good) ? "wrong" : (standing != null) ? standing.problem() : null;
        return new Anchored(witness.name(), good ? anchor.size() : 0, good ? anchor.at() : null,
                (problem != null) ? problem.split(" ")[0] : null,
                (problem != null && problem.contains(" ")) ? Long.parseLong(problem.split(" ")[1]) : 0);
    }

    /** The last checkpoint that somebody outside has cosigned; null if there is none. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public @Nullable String checkpoint() {
        return this.anchoring.witnesses()
            .stream()
            .flatMap((witness) -> this.store.newest(witness.name()).stream())
            .max(Comparator.comparingLong(Anchor::size))
            .map((anchor) -> this.store.given(new ChainStore.KeptCheckpoint(anchor.size(), anchor.at(), anchor.note())))
            .orElse(null);
    }

    /** When the time authority saw the record; null where none is configured. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public @Nullable Timestamped timestamp() {
        if (!this.timestamping.asks()) {
            return null;
        }
        AnchorStore.Stamped stamped = this.store.newestStamp().orElse(null);
        String problem = this.store.standing(Timestamping.AUTHORITY).map(Standing::problem).orElse(null);
        return new Timestamped((stamped != null) ? stamped.size() : 0, (stamped != null) ? stamped.at() : null,
                (stamped != null) ? SignedNote.parse(stamped.note()).text() : "",
                (stamped != null) ? stamped.answer() : new byte[0], problem);
    }

    /**
     * When a time authority saw the record.
     *
     * @param rows so many from the first on; 0 if it saw none yet
     * @param at when, as it says, UTC; null if never
     * @param text what was before it
     * @param token its answer (RFC 3161)
     * @param problem why it gave none the last time; null if it did
     */
    public record Timestamped(long rows, @Nullable Instant at, String text, byte[] token, @Nullable String problem) {
    }

    /**
     * What a witness has confirmed.
     *
     * @param rows so many from the first on; 0 if none
     * @param at when, by its clock, UTC; null if none
     * @param problem why it did not confirm the last time; null if it did
     * @param detail the number that goes with it; 0 if none does
     */
    public record Anchored(String witness, long rows, @Nullable Instant at, @Nullable String problem, long detail) {
    }

}
