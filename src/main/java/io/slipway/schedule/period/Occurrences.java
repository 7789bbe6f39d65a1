package io.slipway.schedule.period;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;

import io.slipway.schedule.Interval;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the occurrences of windows and freezes down, once, in the transaction that
 * changes a rule; pages read them by index.
 */
@Component
class Occurrences {

    /** How far ahead rules without end are expanded when they are saved. */
    static final Duration AHEAD = Duration.ofDays(731);

    private static final Duration BEHIND = Duration.ofDays(366);

    private static final Duration FAR = Duration.ofDays(3653);

    private static final Duration SHORT = Duration.ofDays(7);

    private static final int ROWS = 500;

    private final JdbcClient jdbc;

    private final Clock clock;

    Occurrences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes all occurrences of a period anew. */
    void rewrite(Period period) {
        Instant now = this.clock.instant();
        this.jdbc.sql("delete from schedule_occurrences where period_id = :period")
            .param("period", period.id())
            .update();
        Recurrence recurrence = period.recurrence();
        if (recurrence.once()) {
            List<Interval> one = recurrence.resolve(recurrence.start()).stream().toList();
            insert(period, one);
            period.expanded(Period.NEVER, one.get(0).end());
            return;
        }
        List<Interval> times = recurrence.occurrences(now.minus(BEHIND), now.plus(AHEAD));
        insert(period, times);
        period.expanded(now.plus(AHEAD), over(recurrence, now));
    }

    /** Adds the occurrences up to an instant; nobody's form becomes stale by that. */
    void extend(Period period, Instant until) {
        insert(period, period.recurrence().occurrences(period.expandedUntil(), until));
        this.jdbc.sql("update schedule_periods set expanded_until = :until where id = :id")
            .param("until", until)
            .param("id", period.id())
            .update();
    }

    /** Removes what has not begun, and cuts what goes on. */
    void cut(long period, Instant at) {
        this.jdbc.sql("delete from schedule_occurrences where period_id = :period and starts_at >= :at")
            .param("period", period)
            .param("at", at)
            .update();
        this.jdbc.sql("update schedule_occurrences set ends_at = :at where period_id = :period and ends_at > :at")
            .param("period", period)
            .param("at", at)
            .update();
    }

    private static Instant over(Recurrence recurrence, Instant now) {
        LocalDateTime until = recurrence.until();
        if (recurrence.endless()) {
            return Period.NEVER;
        }
        if (until != null && !recurrence.rule().contains("COUNT=")) {
            return until.plusMinutes(recurrence.minutes()).atZone(recurrence.zone()).toInstant();
        }
        List<LocalDateTime> starts = recurrence.starts(recurrence.start(),
                LocalDateTime.ofInstant(now.plus(FAR), recurrence.zone()));
        return Collections.max(starts).plusMinutes(recurrence.minutes()).atZone(recurrence.zone()).toInstant();
    }

    private void insert(Period period, List<Interval> times) {
        for (int begin = 0; begin < times.size(); begin += ROWS) {
            this.jdbc.sql("""
                    insert ignore into schedule_occurrences (period_id, starts_at, ends_at, kind, long_lasting)
                    values :rows""")
                .param("rows",
                        times.subList(begin, Math.min(begin + ROWS, times.size()))
                            .stream()
                            .map((time) -> new Object[] { period.id(), time.start(), time.end(), period.kind().name(),
                                    Duration.between(time.start(), time.end()).compareTo(SHORT) > 0 })
                            .toList())
                .update();
        }
    }

}
