package io.slipway.workflow.state;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the table of what runs have where agree with the engine again, batch by batch,
 * while people go on working: at the first start, each night, and by the commands
 * {@code --slipway.monitor.rebuild} and {@code --slipway.work-items.rebuild}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class PlaceRebuild implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(PlaceRebuild.class);

    private static final int BATCH = 200;

    private static final String RUNNING = "select ID_ from ACT_RU_EXECUTION where ID_ > :after and PARENT_ID_ is null "
            + "order by ID_ limit " + BATCH;

    private static final String KNOWN = "select run from run_places where run > :after and definition = '' "
            + "order by run limit " + BATCH;

    private final JdbcClient jdbc;

    private final Places places;

    private final Counts counts;

    private final Environment environment;

    private final TransactionTemplate transaction;

    PlaceRebuild(JdbcClient jdbc, Places places, Counts counts, Environment environment,
            PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.places = places;
        this.counts = counts;
        this.environment = environment;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean first = next(KNOWN, "").isEmpty() && !next(RUNNING, "").isEmpty();
        if (first || this.environment.containsProperty("slipway.monitor.rebuild")
                || this.environment.containsProperty("slipway.work-items.rebuild")) {
            log.info("What runs where is counted anew, which may take a minute");
            log.info("What runs where is known: {} places were written", rebuild());
        }
    }

    /** Of nodes that did not keep the table, as older ones do while a new one starts. */
    @Scheduled(cron = "0 40 4 * * *")
    void check() {
        int wrong = rebuild();
        if (wrong > 0) {
            log.warn("{} places of running processes were wrong and have been corrected", wrong);
        }
    }

    /**
     * Reads what every run has where anew, and the sums of it.
     * @return how many places and sums were wrong
     */
    public int rebuild() {
        int wrong = 0;
        for (SortedSet<String> runs = runs(""); !runs.isEmpty(); runs = runs(runs.last())) {
            SortedSet<String> batch = runs;
            Integer some = this.transaction.execute((status) -> this.places.follow(batch));
            wrong += (some != null) ? some : 0;
        }
        return wrong + this.counts.correct();
    }

    /** The next ids of runs, of both tables no further than both are known. */
    private SortedSet<String> runs(String after) {
        SortedSet<String> ids = new TreeSet<>();
        String end = null;
        for (String sql : List.of(RUNNING, KNOWN)) {
            List<String> some = next(sql, after);
            ids.addAll(some);
            if (some.size() == BATCH && (end == null || some.get(BATCH - 1).compareTo(end) < 0)) {
                end = some.get(BATCH - 1);
            }
        }
        return (end != null) ? new TreeSet<>(ids.headSet(end + "\0")) : ids;
    }

    private List<String> next(String sql, String after) {
        return this.jdbc.sql(sql).param("after", after).query(String.class).list();
    }

}
