package io.slipway.packaging.address;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.slipway.identity.Actor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.packaging.AddressProperties;
import io.slipway.release.PhaseBegun;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the addresses of documents that are due, a few at a time, while no row is locked:
 * a new one at once, each once a day while its release is under way, and again before
 * each phase and shortly before the planned start, since that is when somebody decides by
 * it. The record tells when the state of one changes.
 */
@Component
class AddressRounds {

    private static final Logger log = LoggerFactory.getLogger(AddressRounds.class);

    private static final int AT_ONCE = 8;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration ROUND = Duration.ofMinutes(1);

    private final AskedRows rows;

    private final boolean ask;

    private final AddressAsker asker;

    private final Journal journal;

    private final Clock clock;

    private final TransactionTemplate transaction;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, (task) -> {
        Thread thread = new Thread(task, "address-asker");
        thread.setDaemon(true);
        return thread;
    });

    AddressRounds(AskedRows rows, AddressProperties properties, Journal journal, Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.ask = properties.ask();
        this.asker = new AddressAsker(new OutsideHosts(properties.allowedHosts()), LIMIT, AT_ONCE);
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(PhaseBegun begun) {
        this.rows.hurry(begun.key(), this.clock.instant());
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT20S")
    void askDue() {
        if (this.ask) {
            askDue(this.asker::ask);
        }
    }

    /** Asks what is due, for a minute at most; the next round goes on. */
    void askDue(Function<String, AddressReply> by) {
        long begin = System.nanoTime();
        int taken = AT_ONCE;
        while (taken == AT_ONCE && System.nanoTime() - begin < ROUND.toNanos()) {
            List<AskedRows.Due> due = this.rows.take(this.clock.instant(), AT_ONCE);
            taken = due.size();
            askAll(due.stream().filter((one) -> !one.ended()).toList(), by);
        }
    }

    private void askAll(List<AskedRows.Due> due, Function<String, AddressReply> by) {
        try {
            this.threads.invokeAll(due.stream().<Callable<Boolean>>map((one) -> () -> ask(one, by)).toList());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ask(AskedRows.Due due, Function<String, AddressReply> by) {
        try {
            AddressReply reply = by.apply(due.address());
            this.transaction.executeWithoutResult((status) -> keep(due, reply));
            return true;
        }
        catch (RuntimeException ex) {
            log.warn("The address of the {} of {} was asked in vain", due.kind(), due.releaseKey(), ex);
            return false;
        }
    }

    private void keep(AskedRows.Due due, AddressReply reply) {
        if (this.rows.keep(due, reply, this.clock.instant()) && due.state() != reply.answer().state()) {
            this.journal.record(Actor.SYSTEM,
                    JournalEntry.ofRelease("package.address-asked", due.releaseKey())
                        .change(Map.of("state", due.state()), Map.of("kind", due.kind(), "address", due.address(),
                                "state", reply.answer().state(), "answer", reply.answer(), "detail", reply.detail())));
        }
    }

    @PreDestroy
    void stop() throws IOException {
        this.threads.shutdownNow();
        this.asker.close();
    }

}
