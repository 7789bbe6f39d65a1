package io.slipway.workflow.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the figures of whole UTC days out of the engine's history, the newest day first
 * and each in one transaction. Today's are made again every few minutes, those of a day
 * that is over until nothing late can be missing; after that they stay as they are, also
 * when the engine cleans its history up. Any number of nodes may do so at once.
 */
@Component
class StatisticsKeeper {

    /** How old the figures of an unfinished day may be. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** How late after a day's end something may still arrive that ended on it. */
    static final Duration LATE = Duration.ofHours(1);

    /** How long one run may take: what is left is for the next. */
    private static final Duration RUN = Duration.ofSeconds(10);

    /**
     * One bucket of durations of each element on one day, read through an index by time
     * of end.
     */
    static final String COUNT = """
            select :day, PROC_DEF_ID_, ACT_ID_,
                   cast(ceil(ln(greatest(coalesce(DURATION_, 1), 1)) / :width) as signed) as bucket,
                   sum(not CANCELLED_), sum(CANCELLED_), sum(if(CANCELLED_, 0, greatest(coalesce(DURATION_, 0), 0)))
              from (select PROC_DEF_ID_, ACT_ID_, DURATION_, coalesce(ACT_INST_STATE_, 0) = 2 as CANCELLED_
                      from ACT_HI_ACTINST force index (ACT_IDX_HI_ACT_INST_END)
                     where END_TIME_ >= :from and END_TIME_ < :to) ended
             group by PROC_DEF_ID_, ACT_ID_, bucket""";

    private static final Logger log = LoggerFactory.getLogger(StatisticsKeeper.class);

    private final StatisticsDays days;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final TransactionTemplate transaction;

    StatisticsKeeper(StatisticsDays days, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactionManager) {
        this.days = days;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Scheduled(fixedDelayString = "${slipway.figures.every:PT1M}",
            initialDelayString = "${slipway.figures.first:PT20S}")
    void keepUp() {
        this.days.firstOfHistory().ifPresent((first) -> keepUp(first, RUN));
    }

    /**
     * Makes what is missing or may have changed, back to a day, until the time is up; at
     * least one day, so that every run gets on.
     * @return how many days were made
     */
    int keepUp(LocalDate first, Duration time) {
        Instant now = now();
        Map<LocalDate, Instant> known = this.days.since(first);
        long begin = System.nanoTime();
        int made = 0;
        for (LocalDate day = today(now); !day.isBefore(first); day = day.minusDays(1)) {
            Optional<Instant> seen = Optional.ofNullable(known.get(day));
            if (seen.isPresent() && !due(day, seen.get(), now)) {
                continue;
            }
            made += makeOrLeave(day, seen.orElse(null));
            if (System.nanoTime() - begin > time.toNanos()) {
                log.info("Figures are complete since {}; {} days were made in this run", day, made);
                return made;
            }
        }
        return made;
    }

    private int makeOrLeave(LocalDate day, @Nullable Instant seen) {
        try {
            return make(day, seen) ? 1 : 0;
        }
        catch (ConcurrencyFailureException ex) {
            log.debug("Another node is at the figures of {}", day, ex);
            return 0;
        }
    }

    /**
     * Makes the figures of a day.
     * @param seen when they were made before; null for never
     * @return whether they were made; not if another node did so meanwhile
     */
    boolean make(LocalDate day, @Nullable Instant seen) {
        return Boolean.TRUE.equals(this.transaction.execute((status) -> {
            if (!this.days.take(day, seen, now())) {
                return false;
            }
            if (seen != null) {
                this.jdbc.sql("delete from element_figures where day = :day").param("day", day).update();
            }
            this.jdbc
                .sql("insert into element_figures (day, definition, element, bucket, passes, cancelled, millis) "
                        + COUNT)
                .param("day", day)
                .param("width", DurationHistogram.WIDTH)
                .param("from", day.atStartOfDay())
                .param("to", day.plusDays(1).atStartOfDay())
                .update();
            return true;
        }));
    }

    /**
     * Tells whether the figures of a day may be out of date. Figures from the future were
     * made by a node whose clock was wrong.
     */
    private static boolean due(LocalDate day, Instant seen, Instant now) {
        Instant settled = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(LATE);
        return seen.isAfter(now) || (seen.isBefore(settled) && seen.isBefore(now.minus(FRESH)));
    }

    private Instant now() {
        return this.clock.instant();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

}
