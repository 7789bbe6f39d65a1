package io.slipway.audit.chain;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.slipway.database.TestDatabase;
import io.slipway.sql.RecordClient;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast rows are sealed and looked at again, and what a proof costs. The figures are
 * in {@code src/docs/benchmarks.md}.
 */
class RecordBenchmark {

    private static final Logger log = LoggerFactory.getLogger(RecordBenchmark.class);

    private static final int ROWS = Integer.getInteger("slipway.record", 500_000);

    private static final int CHUNK = 5000;

    @TempDir
    Path folder;

    @Test
    void sealsAndLooksAtRows() throws LiquibaseException {
        SingleConnectionDataSource schema = new SingleConnectionDataSource(
                TestDatabase.emptySchema() + "&sessionVariables=tx_isolation='READ-COMMITTED'", "root", "", true);
        JdbcClient jdbc = RecordClient.of(schema);
        for (String file : List.of("040-audit.sql", "042-audit-chain.sql")) {
            SpringLiquibase liquibase = new SpringLiquibase();
            liquibase.setDataSource(schema);
            liquibase.setResourceLoader(new DefaultResourceLoader());
            liquibase.setChangeLog("classpath:db/changelog/" + file);
            liquibase.afterPropertiesSet();
        }
        jdbc.sql("alter table audit_entries add column token varchar(100) null after actor_name,"
                + " add column made_for_demo boolean not null default false")
            .update();
        for (int from = 0; from < ROWS; from += CHUNK) {
            jdbc.sql("""
                    insert into audit_entries (at, actor, actor_name, action, subject_type, subject, release_key,
                                               reason, old_values, new_values) values :rows""")
                .param("rows", IntStream.range(from, from + CHUNK).mapToObj(RecordBenchmark::columns).toList())
                .update();
        }
        ChainStore store = new ChainStore(jdbc);
        RecordKeys keys = new RecordKeys("example.org/slipway",
                List.of(SigningKey.read(SigningKey.make(), "example.org/slipway")), List.of(), Duration.ofMinutes(1),
                this.folder);
        Sealing sealing = new Sealing(store, keys, Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC),
                new JdbcTransactionManager(schema));
        long begin = System.nanoTime();
        int sealed = Sealing.BATCH;
        while (sealed > 0) {
            sealed = sealing.sealed();
        }
        tell("sealed", ROWS, begin);
        begin = System.nanoTime();
        assertThat(new RecordCheck(store, keys).run((looked) -> {
        })).isNull();
        tell("looked at", ROWS, begin);
        TileTree tree = new TileTree(store, ROWS);
        Random random = new Random(1);
        begin = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            tree.inclusion(random.nextInt(ROWS));
        }
        tell("proofs", 1000, begin);
    }

    private static void tell(String what, int count, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        log.warn("{}: {} in {} s, {} a second", what, count, "%.1f".formatted(seconds),
                "%.0f".formatted(count / seconds));
    }

    private static Object[] columns(int number) {
        return new Object[] { "2026-11-30 09:00:00.123", "rhea", "Rhea Malik", "plan.submitted", "release", "PAY-1",
                "PAY-" + number / 50, "Reason " + number, "{}",
                "{\"plannedStart\": \"2026-12-04T04:00:00Z\", \"services\": [\"Payments\", \"Ledger\"]}" };
    }

}
