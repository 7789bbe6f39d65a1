package io.slipway.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.audit.chain.AnchorStore.Standing;
import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.audit.chain.Witness.Answer;
import io.slipway.audit.chain.Witness.Given;
import io.slipway.audit.chain.Witness.Other;
import io.slipway.audit.chain.Witness.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends each new checkpoint to the witnesses, after it is committed and on one node at a
 * time. A witness that does not cosign is asked again, later each time, an hour at most.
 */
@Component
class Anchoring {

    private static final Logger log = LoggerFactory.getLogger(Anchoring.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnchorStore anchors;

    private final ChainStore store;

    private final List<Witness> witnesses;

    private final Clock clock;

    @Autowired
    Anchoring(AnchorStore anchors, ChainStore store, AuditProperties settings, Clock clock) {
        this(anchors, store, settings.witness().stream().map((one) -> new Witness(one, PATIENCE)).toList(), clock);
    }

    Anchoring(AnchorStore anchors, ChainStore store, List<Witness> witnesses, Clock clock) {
        this.anchors = anchors;
        this.store = store;
        this.witnesses = List.copyOf(witnesses);
        this.clock = clock;
    }

    List<Witness> witnesses() {
        return this.witnesses;
    }

    /** Asks each witness that is due to cosign the newest checkpoint. */
    @Scheduled(fixedDelayString = "${slipway.audit.anchor-every:PT10S}",
            initialDelayString = "${slipway.audit.anchor-first:PT20S}")
    void anchor() {
        if (!this.witnesses.isEmpty()) {
            this.store.newest().ifPresent((newest) -> this.witnesses.forEach((witness) -> anchor(witness, newest)));
        }
    }

    private void anchor(Witness witness, KeptCheckpoint newest) {
        String origin = newest.checkpoint().origin();
        Instant now = this.clock.instant();
        if (this.anchors.standing(witness.name()).filter((known) -> known.dueAt().isAfter(now)).isPresent()) {
            return;
        }
        this.anchors.take(witness.name(), origin, now).ifPresent((known) -> {
            Standing then = known;
            try {
                then = (known.size() == newest.size() && known.problem() == null) ? known
                        : settled(witness, newest, known);
            }
            catch (RuntimeException ex) {
                log.warn("The witness {} could not be asked", witness.name(), ex);
                then = known.failed("nonsense", this.clock.instant());
            }
            finally {
                this.anchors.give(witness.name(), then, this.clock.instant());
            }
        });
    }

    private Standing settled(Witness witness, KeptCheckpoint newest, Standing known) {
        Answer answer = ask(witness, newest, known.size());
        if (answer instanceof Other other && other.size() <= newest.size() && other.size() != known.size()) {
            answer = ask(witness, newest, other.size());
        }
        if (answer instanceof Given given) {
            this.anchors.keep(newest.size(), given.cosignature());
            return new Standing(newest.size(), this.clock.instant(), 0, null);
        }
        if (answer instanceof Problem problem) {
            log.warn("The witness {} did not cosign {} rows: {}", witness.name(), newest.size(), problem.kind());
            return known.failed(problem.kind(), this.clock.instant());
        }
        long size = ((Other) answer).size();
        log.warn("The witness {} has cosigned {} rows, this log has {}", witness.name(), size, newest.size());
        return known.failed(((size > newest.size()) ? "ahead " : "behind ") + size, this.clock.instant());
    }

    private Answer ask(Witness witness, KeptCheckpoint newest, long old) {
        return witness.ask(old, (old == 0) ? List.of() : new TileTree(this.store, newest.size()).consistency(old),
                newest.note());
    }

}
