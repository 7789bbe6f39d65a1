package io.slipway.schedule.stop;

import java.util.Optional;

import io.slipway.identity.PersonDirectory;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.Stop;
import io.slipway.ui.Banner;
import io.slipway.ui.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells on every page that the line is stopped. No page waits for that: the database is
 * asked every few seconds beside them, and while it is away the last answer stands.
 * Whether something may start is never decided by it.
 */
@Component
class StopBanner implements Banner {

    private static final Logger log = LoggerFactory.getLogger(StopBanner.class);

    private static final String PAGE = "/schedule/stop";

    private final ScheduleManagement schedule;

    private final PersonDirectory people;

    private final Messages messages;

    private volatile @Nullable Words known;

    private boolean blind;

    StopBanner(ScheduleManagement schedule, PersonDirectory people, Messages messages) {
        this.schedule = schedule;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public Optional<Words> now() {
        return Optional.ofNullable(this.known);
    }

    @Scheduled(fixedDelayString = "PT3S")
    void read() {
        try {
            this.known = this.schedule.stopped().map(this::words).orElse(null);
            this.blind = false;
        }
        catch (RuntimeException ex) {
            if (!this.blind) {
                log.warn("Cannot read whether the line is stopped: {}", ex.getMessage());
            }
            this.blind = true;
        }
    }

    /** Knows at once what the current transaction decided, when it is committed. */
    void show(@Nullable Stop stop) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                StopBanner.this.known = (stop != null) ? words(stop) : null;
            }

        });
    }

    private Words words(Stop stop) {
        return new Words(this.messages.text("schedule.stop.banner"), stop.reason(), this.people.name(stop.by()),
                stop.at(), PAGE);
    }

}
