package io.slipway.deployment.rollback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells before the deadline of a rollback passes, once for each run: its row is inserted
 * with what is told, by whichever node is first.
 */
@Component
class RollbackWatch {

    private static final int PAGE = 100;

    private final RunManagement runs;

    private final RollbackDeadlines deadlines;

    private final RollbackRows rows;

    private final RollbackProperties properties;

    private final ApplicationEventPublisher events;

    private final TransactionTemplate transaction;

    private final Clock clock;

    RollbackWatch(RunManagement runs, RollbackDeadlines deadlines, RollbackRows rows, RollbackProperties properties,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.runs = runs;
        this.deadlines = deadlines;
        this.rows = rows;
        this.properties = properties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at all live runs that go on. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void look() {
        long after = 0;
        List<RunHead> page;
        do {
            page = this.runs.running(after, PAGE);
            page.stream().filter(RunHead::live).forEach(this::look);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        }
        while (page.size() == PAGE);
    }

    private void look(RunHead run) {
        if (run.windowEnd() == null) {
            return;
        }
        RollbackDeadline deadline = this.deadlines.of(run.id());
        Instant at = deadline.at();
        Instant now = this.clock.instant();
        if (at == null || deadline.gone() != null || at.minus(this.properties.toldBefore()).isAfter(now)) {
            return;
        }
        this.transaction.executeWithoutResult((status) -> {
            if (this.rows.tell(run.id(), at, now)) {
                this.events.publishEvent(new RollbackDeadlineNear(run.releaseKey(), run.id(), at, deadline.minutes()));
            }
        });
    }

}
