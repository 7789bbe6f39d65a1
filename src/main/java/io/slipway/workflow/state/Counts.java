package io.slipway.workflow.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sums of what all runs have. Whoever changes them adds a row with the difference;
 * every few seconds the rows that nobody else holds are replaced by their sums. Nobody
 * ever waits for a row, and each statement that reads finds either the parts or the sum.
 */
@Component
class Counts {

    static final String SUMS = """
            select definition model, element, sum(tokens) tokens, sum(suspended) suspended, sum(timers) timers,
                   sum(retrying) retrying, sum(failed) failed, sum(if(due_hour < :hour, tasks, 0)) overdue
              from place_counts
             group by definition, element""";

    private static final int MOST = 20_000;

    /** Fewer rows are not worth writing. */
    private static final int WORTHWHILE = 100;

    /** Hours that have been over for so long are counted as one. */
    private static final Duration LONG_AGO = Duration.ofDays(7);

    private static final String TAKE = """
            select id, definition, element, if(due_hour < :old, timestamp('1970-01-01'), due_hour) due_hour,
                   tokens, suspended, timers, retrying, failed, tasks
              from place_counts
             order by id
             limit %d
               for update skip locked""".formatted(MOST);

    /** One statement, which sees places and counts at the same instant. */
    private static final String CORRECT = """
            insert into place_counts (definition, element, due_hour, tokens, suspended, timers, retrying, failed, tasks)
            select definition, element, if(due_at < :old, timestamp('1970-01-01'), due_at) due_hour,
                   sum(tokens) t, sum(suspended) s, sum(timers) i, sum(retrying) r, sum(failed) f, sum(tasks) o
              from (select definition, element, timestamp(date_format(due_at, '%Y-%m-%d %H:00:00')) due_at,
                           tokens, suspended, timers, retrying, failed, tasks from run_places
                     union all
                    select definition, element, due_hour, -tokens, -suspended, -timers, -retrying, -failed, -tasks
                      from place_counts) both_of_them
             group by 1, 2, 3
            having t <> 0 or s <> 0 or i <> 0 or r <> 0 or f <> 0 or o <> 0""";

    private final JdbcClient jdbc;

    private final Clock clock;

    private final TransactionTemplate transaction;

    Counts(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Adds what the places of some runs are now and takes away what they were. */
    void change(Collection<RunPlace> before, Collection<RunPlace> after) {
        Map<Count.At, Count> changes = new LinkedHashMap<>();
        before.forEach((place) -> changes.merge(place.at(), place.count().negative(), Count::plus));
        after.forEach((place) -> changes.merge(place.at(), place.count(), Count::plus));
        add(changes);
    }

    /** Makes the sums agree with the places; gives how many did not. */
    int correct() {
        return this.jdbc.sql(CORRECT).param("old", old()).update();
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void fold() {
        this.transaction.executeWithoutResult((status) -> {
            List<Row> rows = this.jdbc.sql(TAKE).param("old", old()).query(Row.class).list();
            Map<Count.At, Count> sums = new LinkedHashMap<>();
            rows.forEach((row) -> sums.merge(row.at(), row.count(), Count::plus));
            sums.values().removeIf(Count.NONE::equals);
            if (rows.size() - sums.size() >= WORTHWHILE) {
                this.jdbc.sql("delete from place_counts where id in (:ids)")
                    .param("ids", rows.stream().map(Row::id).toList())
                    .update();
                add(sums);
            }
        });
    }

    private void add(Map<Count.At, Count> changes) {
        changes.values().removeIf(Count.NONE::equals);
        if (changes.isEmpty()) {
            return;
        }
        this.jdbc
            .sql("insert into place_counts (definition, element, due_hour, tokens, suspended, timers, retrying, "
                    + "failed, tasks) values :rows")
            .param("rows", changes.entrySet().stream().map((change) -> change.getValue().row(change.getKey())).toList())
            .update();
    }

    private Instant old() {
        return this.clock.instant().minus(LONG_AGO).truncatedTo(ChronoUnit.HOURS);
    }

    private record Row(long id, String definition, String element, Instant dueHour, int tokens, int suspended,
            int timers, int retrying, int failed, int tasks) {

        Count.At at() {
            return new Count.At(this.definition, this.element, this.dueHour);
        }

        Count count() {
            return new Count(this.tokens, this.suspended, this.timers, this.retrying, this.failed, this.tasks);
        }

    }

}
