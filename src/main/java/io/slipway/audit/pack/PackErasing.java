package io.slipway.audit.pack;

import java.time.Clock;
import java.util.Map;

import io.slipway.audit.retention.ErasedFrom;
import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes the packs that name somebody who is erased. They are not made anew: another
 * pack would not have the digest that the record has. Each leaves a row in the record of
 * its release.
 */
@Component
class PackErasing {

    private final PackStore store;

    private final Journal journal;

    private final Clock clock;

    PackErasing(PackStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ErasedFrom event) {
        this.store.erase(event.releases(), event.pseudonym(), this.clock.instant())
            .forEach((key, digest) -> this.journal.record(Actor.SYSTEM,
                    JournalEntry.ofRelease("release.pack-erased", key)
                        .with(Map.of("digest", digest, "erasure", event.pseudonym()))));
    }

}
