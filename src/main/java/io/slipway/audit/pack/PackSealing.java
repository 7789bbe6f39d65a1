package io.slipway.audit.pack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.slipway.audit.AuditManagement;
import io.slipway.audit.chain.SealedRecord;
import io.slipway.audit.chain.SealedRecord.Extract;
import io.slipway.identity.Acting;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.release.ReleaseCancelled;
import io.slipway.release.ReleaseClosed;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the pack of each release once, after its end: as soon as a checkpoint covers all
 * of its rows, the pack is made and kept, and the digest of its manifest becomes a row of
 * the record, in one transaction.
 */
@Component
class PackSealing {

    private static final Logger log = LoggerFactory.getLogger(PackSealing.class);

    /** So many are looked at in one go, not to keep others waiting. */
    private static final int MOST = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PackStore store;

    private final EvidencePack packs;

    private final SealedRecord sealed;

    private final AuditManagement audit;

    private final Journal journal;

    private final Acting acting;

    private final Clock clock;

    private final TransactionTemplate transaction;

    PackSealing(PackStore store, EvidencePack packs, SealedRecord sealed, AuditManagement audit, Journal journal,
            Acting acting, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.packs = packs;
        this.sealed = sealed;
        this.audit = audit;
        this.journal = journal;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReleaseClosed event) {
        this.store.ended(event.key(), this.clock.instant());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReleaseCancelled event) {
        this.store.ended(event.key(), this.clock.instant());
    }

    /** Seals what can be. What cannot be yet is tried again a minute later. */
    @Scheduled(fixedDelayString = "${slipway.audit.pack-every:PT30S}",
            initialDelayString = "${slipway.audit.pack-first:PT40S}")
    void seal() {
        Instant now = this.clock.instant();
        this.store.due(now, MOST).forEach((key) -> {
            this.store.later(key, now.plus(PATIENCE));
            try {
                seal(key);
            }
            catch (RuntimeException ex) {
                log.warn("The evidence pack of {} could not be sealed", key, ex);
            }
        });
    }

    /**
     * Seals a pack that is to be sealed, where all rows are signed and no other node is
     * at it.
     */
    void seal(String key) {
        this.acting.asSystem(() -> this.transaction.executeWithoutResult((status) -> {
            if (this.store.take(key)) {
                this.sealed.ofRelease(key)
                    .filter((extract) -> extract.rows().size() == this.audit.whole(key).size())
                    .ifPresent((extract) -> keep(key, extract));
            }
        }));
    }

    private void keep(String key, Extract extract) {
        Map<String, byte[]> files = this.packs.files(key, extract);
        String digest = DigestUtils.sha256Hex(files.get("manifest.txt"));
        this.store.keep(key, files, extract.size(), digest, this.clock.instant());
        this.journal.record(JournalEntry.ofRelease("release.pack-sealed", key)
            .with(Map.of("digest", digest, "rows", extract.rows().size(), "logSize", extract.size())));
    }

}
