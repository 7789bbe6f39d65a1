package io.slipway.audit.pack;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import io.slipway.audit.chain.SealNow;
import io.slipway.benchmark.LiveHeap;
import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the pack of a release with 5,000 rows takes, and how much heap. The figures
 * are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class PackBenchmark {

    private static final Logger log = LoggerFactory.getLogger(PackBenchmark.class);

    private static final int ROWS = 5000;

    @Autowired
    EvidencePack packs;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SealNow record;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void packsALongRecord() {
        String key = this.driver.register("Packed");
        this.driver.plan(key);
        this.jdbc.sql("""
                insert into audit_entries (at, actor, actor_name, role, action, subject_type, subject, release_key,
                                           reason, old_values, new_values) values :rows""")
            .param("rows", IntStream.range(0, ROWS).mapToObj((number) -> columns(key, number)).toList())
            .update();
        this.record.seal();
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Map<String, byte[]> pack = pack(key);
            log.warn("packed {} rows, {} kB, in {} s, of which {} s are processor time", ROWS,
                    pack.values().stream().mapToInt((file) -> file.length).sum() >> 10,
                    "%.1f".formatted((System.nanoTime() - begin) / 1e9),
                    "%.1f".formatted((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e9));
        }
        long most = LiveHeap.most(Duration.ofMillis(100), () -> pack(key));
        log.warn("held at most {} MB of heap", most >> 20);
        assertThat(most).isPositive();
    }

    private Map<String, byte[]> pack(String key) {
        return this.acting.as("auditor", () -> this.packs.of(key));
    }

    private static Object[] columns(String key, int number) {
        return new Object[] { "2026-11-30 09:00:00.123", "rhea", "Rhea Malik", "release-manager", "plan.amended",
                "release", key, key, "Reason " + number, "{\"plannedStart\": \"2026-12-04T04:00:00Z\"}",
                "{\"plannedStart\": \"2026-12-05T04:00:00Z\", \"services\": [\"Payments\", \"Ledger\"]}" };
    }

}
