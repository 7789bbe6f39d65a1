package io.slipway.audit.chain;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.slipway.audit.chain.AnchorStore.Standing;
import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Asks a time authority once a day when the newest checkpoint was there, on one node at a
 * time; one that does not answer is asked again as a witness is.
 */
@Component
class Timestamping {

    static final String AUTHORITY = "rfc3161";

    private static final Logger log = LoggerFactory.getLogger(Timestamping.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnchorStore anchors;

    private final ChainStore store;

    private final @Nullable Timestamps authority;

    private final Duration every;

    private final Clock clock;

    @Autowired
    Timestamping(AnchorStore anchors, ChainStore store, AuditProperties settings, Clock clock) {
        this(anchors, store, authority(settings.timestamp()), settings.timestamp().every(), clock);
    }

    Timestamping(AnchorStore anchors, ChainStore store, @Nullable Timestamps authority, Duration every, Clock clock) {
        this.anchors = anchors;
        this.store = store;
        this.authority = authority;
        this.every = every;
        this.clock = clock;
    }

    private static @Nullable Timestamps authority(AuditProperties.TimestampBy by) {
        URI address = by.address();
        return (address == null || address.toString().isBlank() || by.certificate() == null) ? null
                : new Timestamps(address, by.certificate(), PATIENCE);
    }

    boolean asks() {
        return this.authority != null;
    }

    @Scheduled(fixedDelayString = "${slipway.audit.anchor-every:PT10S}",
            initialDelayString = "${slipway.audit.anchor-first:PT20S}")
    void stamp() {
        Instant now = this.clock.instant();
        if (this.authority == null
                || this.anchors.standing(AUTHORITY).filter((known) -> known.dueAt().isAfter(now)).isPresent()) {
            return;
        }
        this.store.newest().ifPresent((newest) -> stamp(this.authority, newest, now));
    }

    private void stamp(Timestamps asked, KeptCheckpoint newest, Instant now) {
        this.anchors.take(AUTHORITY, newest.checkpoint().origin(), now).ifPresent((known) -> {
            Standing then = known;
            try {
                if (known.size() != newest.size()) {
                    Timestamps.Stamp stamp = asked.of(newest.signed().text());
                    this.anchors.keep(newest.size(), stamp);
                }
                then = new Standing(newest.size(), now.plus(this.every), 0, null);
            }
            catch (IllegalArgumentException | RestClientException ex) {
                log.warn("The time authority gave no token for {} rows", newest.size(), ex);
                String problem = String.valueOf(ex.getMessage());
                then = known.failed((ex instanceof RestClientException) ? "unreachable"
                        : problem.matches("answer [0-9]+|refused|key") ? problem : "nonsense", now);
            }
            finally {
                this.anchors.give(AUTHORITY, then, this.clock.instant());
            }
        });
    }

}
