package io.slipway.schedule.period;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.slipway.schedule.Horizon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the horizon of rules without end: each day, and when somebody plans beyond it.
 */
@Component
class PeriodHorizon implements Horizon {

    private static final Logger log = LoggerFactory.getLogger(PeriodHorizon.class);

    private static final Duration MARGIN = Duration.ofDays(92);

    private static final Duration FARTHEST = Duration.ofDays(3653);

    private final PeriodRepository periods;

    private final Occurrences occurrences;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final TransactionTemplate transaction;

    PeriodHorizon(PeriodRepository periods, Occurrences occurrences, JdbcClient jdbc, Clock clock,
            PlatformTransactionManager transactionManager) {
        this.periods = periods;
        this.occurrences = occurrences;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT2M")
    void keepAhead() {
        reach(this.clock.instant().plus(Occurrences.AHEAD));
    }

    @Override
    public void reach(Instant until) {
        Instant farthest = this.clock.instant().plus(FARTHEST);
        Instant target = until.isBefore(farthest) ? until : farthest;
        this.jdbc.sql(
                "select id from schedule_periods where expanded_until < :target and over_at > expanded_until order by id")
            .param("target", target)
            .query(Long.class)
            .list()
            .forEach((id) -> this.transaction.executeWithoutResult((status) -> extend(id, target)));
    }

    /** One period in one transaction, so that people who change it wait only shortly. */
    private void extend(long id, Instant target) {
        this.periods.findWithLockById(id)
            .filter((period) -> period.expandedUntil().isBefore(target))
            .ifPresent((period) -> {
                if (!period.honoured()) {
                    log.warn("The rule of window or freeze {} is not honoured any more: it ends with what is known of "
                            + "it, unless somebody changes it", id);
                    period.expanded(Period.NEVER, Period.NEVER);
                }
                else if (period.expandedUntil().equals(Instant.EPOCH)) {
                    this.occurrences.rewrite(period);
                }
                else {
                    this.occurrences.extend(period, target.plus(MARGIN));
                }
            });
    }

}
