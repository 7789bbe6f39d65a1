package io.slipway.audit.stream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.LogRows;
import io.slipway.audit.chain.LogRows.LogRow;
import io.slipway.audit.stream.StreamStore.Place;
import io.slipway.ui.PortalAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Passes each sealed row on, in the order of the log and at least once, to the systems
 * that are configured: one node at a time, and later each time where it fails, up to a
 * quarter of an hour.
 */
@Service
@EnableConfigurationProperties(StreamProperties.class)
public class AuditStream {

    static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(AuditStream.class);

    private static final Duration RUN = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration LATEST = Duration.ofMinutes(15);

    private static final int LONGEST = 200;

    private final List<Target> targets;

    private final StreamStore store;

    private final LogRows rows;

    private final Clock clock;

    @Autowired
    AuditStream(StreamProperties settings, StreamStore store, LogRows rows, PortalAddress address, Clock clock,
            MeterRegistry meters) {
        this(targets(settings, address.host(), clock), store, rows, clock);
        for (Target target : this.targets) {
            meters.gauge("slipway.audit.stream.lag", List.of(Tag.of("to", target.name())), this,
                    (stream) -> stream.standing(target).behind());
        }
    }

    AuditStream(List<Target> targets, StreamStore store, LogRows rows, Clock clock) {
        this.targets = List.copyOf(targets);
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    private static List<Target> targets(StreamProperties settings, String host, Clock clock) {
        List<Target> targets = new ArrayList<>();
        String server = settings.syslogHost();
        if (server != null && !server.isBlank()) {
            targets.add(new SyslogTarget(InetSocketAddress.createUnresolved(server, settings.syslogPort()),
                    settings.syslogCertificate(), host, settings.patience()));
        }
        if (settings.webhook() != null && !settings.webhook().toString().isBlank()) {
            String secret = settings.webhookSecret();
            if (secret == null || secret.isBlank()) {
                throw new IllegalStateException("Set slipway.audit.stream.webhook-secret: rows go out signed");
            }
            targets.add(new WebhookTarget(settings.webhook(), secret, settings.patience(), clock));
        }
        return targets;
    }

    /** Passes on what is sealed, for half a minute at most. */
    @Scheduled(fixedDelayString = "${slipway.audit.stream.every:PT2S}",
            initialDelayString = "${slipway.audit.stream.first:PT20S}")
    void passOn() {
        this.targets.forEach(this::passOn);
    }

    private void passOn(Target target) {
        LogRows.State state = this.rows.state();
        Instant now = this.clock.instant();
        Place known = this.store.place(target.name()).orElse(null);
        if (known != null && (known.dueAt().isAfter(now)
                || (known.generation() == state.generation() && known.nextIndex() >= state.size()))) {
            return;
        }
        this.store.take(target.name(), state.generation(), now).ifPresent((place) -> {
            try {
                passOn(target, place, state);
            }
            catch (IOException | RuntimeException ex) {
                Duration wait = SOON.multipliedBy(1L << Math.min(place.failures(), 10));
                log.warn("The record does not go on to {}", target.name(), ex);
                String why = String.valueOf(ex.getMessage());
                this.store.failed(target.name(), (why.length() <= LONGEST) ? why : why.substring(0, LONGEST),
                        this.clock.instant().plus((wait.compareTo(LATEST) < 0) ? wait : LATEST));
            }
            finally {
                this.store.give(target.name(), this.clock.instant());
            }
        });
    }

    private void passOn(Target target, Place place, LogRows.State state) throws IOException {
        long begin = System.nanoTime();
        long next = place.nextIndex();
        while (next < state.size() && System.nanoTime() - begin < RUN.toNanos()) {
            List<LogRow> batch = this.rows.from(next, (int) Math.min(BATCH, state.size() - next));
            if (batch.isEmpty()) {
                return;
            }
            target.take(batch, state.generation());
            next = batch.get(batch.size() - 1).index() + 1;
            this.store.taken(target.name(), next, this.clock.instant());
        }
    }

    /** How far each system is; nothing where none is configured. */
    @PreAuthorize(RecordSearch.READERS)
    public List<Standing> standings() {
        return all();
    }

    List<Standing> all() {
        return this.targets.stream().map(this::standing).toList();
    }

    private Standing standing(Target target) {
        LogRows.State state = this.rows.state();
        Place place = this.store.place(target.name())
            .filter((one) -> one.generation() == state.generation())
            .orElse(null);
        long next = (place != null) ? place.nextIndex() : 0;
        return new Standing(target.name(), next, state.size() - next,
                (next < state.size()) ? this.store.writtenAt(next).orElse(null) : null,
                (place != null) ? place.problem() : null);
    }

    /**
     * How far a system is.
     *
     * @param to {@code syslog} or {@code webhook}
     * @param rows so many it has taken
     * @param behind so many sealed rows it has not
     * @param since when the oldest of those was written, UTC; null if there is none
     * @param problem what was wrong the last time; null if nothing was
     */
    public record Standing(String to, long rows, long behind, @Nullable Instant since, @Nullable String problem) {
    }

}
