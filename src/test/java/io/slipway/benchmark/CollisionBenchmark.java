package io.slipway.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.collision.PlannedDeployment;
import io.slipway.policy.ReleaseType;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the collision check of one plan takes among 10,000 planned releases, and that
 * of a month with all of its releases. The figures are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class CollisionBenchmark {

    private static final Logger log = LoggerFactory.getLogger(CollisionBenchmark.class);

    private static final Instant START = Instant.parse("2029-03-01T10:00:00Z");

    private static final int ROUNDS = 40;

    private static final int FIRST = 50_000_000;

    @Autowired
    CollisionManagement collisions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void gather() {
        this.jdbc
            .sql("""
                    insert into releases (id, release_key, name, type, model, owner, phase, status, ended,
                           schedule_at, planned_start, planned_end, support_days, documentation, scripts, missing, registered_at, version)
                    select :first + seq, concat('CROWD-', seq), 'Crowd', 'MINOR', 'PHASED', 'release-manager', 'BUILD',
                           'OPEN', false, at, at, at + interval 4 hour, 14, '', '', '', '2027-01-01', 0
                      from (select seq, '2029-01-01' + interval crc32(concat('crowd', seq)) mod 216000 minute as at
                              from seq_1_to_10000) s""")
            .param("first", FIRST)
            .update();
        this.jdbc.sql("""
                insert into releases (id, release_key, name, type, model, owner, phase, status, ended,
                       schedule_at, planned_start, planned_end, support_days, registered_at, version)
                select :first + seq, concat('CROWD-', seq), 'Crowd', 'MINOR', 'PHASED', 'release-manager', 'BUILD',
                       'OPEN', false, at, at, at + interval 4 hour, 14, '2027-01-01', 0
                  from (select seq, '2029-01-01' + interval crc32(concat('crowd', seq)) mod 216000 minute as at
                          from seq_1_to_10000) s""").param("first", FIRST).update();
        this.jdbc.sql("""
                insert into plans (release_id, plan, revision, window_required, freeze_binding, review_required,
                       minimum_support_days, approvals)
                select id, '', 1, false, true, true, 0, '' from releases where id > :first""")
            .param("first", FIRST)
            .update();
        for (int part = 0; part < 2; part++) {
            this.jdbc
                .sql("""
                        insert into release_services (release_id, service, ended, schedule_at, ends_at)
                        select id, concat('crowd-', (id * (:part + 1)) mod 40 + 100 * :part), ended, schedule_at, planned_end
                          from releases where id > :first""")
                .param("first", FIRST)
                .param("part", part)
                .update();
        }
    }

    @AfterEach
    void leave() {
        this.jdbc.sql("delete from release_services where release_id > ?").param(FIRST).update();
        this.jdbc.sql("delete from plans where release_id > ?").param(FIRST).update();
        this.jdbc.sql("delete from releases where id > ?").param(FIRST).update();
    }

    @Test
    void measure() {
        PlannedDeployment plan = new PlannedDeployment("CROWD-X", "Crowd", ReleaseType.MINOR, "production",
                IntStream.range(0, 20).mapToObj((number) -> "crowd-" + number).toList(), List.of(), List.of(),
                List.of(), START, START.plus(Duration.ofHours(4)), false, true);
        measure("one plan with its next free slot", () -> this.collisions.check(plan).collisions().size());
        measure("a month", () -> this.collisions.between(START, START.plus(Duration.ofDays(30))).size());
    }

    private static void measure(String name, Supplier<Integer> work) {
        long[] times = new long[ROUNDS];
        int found = 0;
        for (int round = -10; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            found = work.get();
            times[Math.max(0, round)] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        log.warn("| {} | {} | {} | {} |", name, found, millis(times[ROUNDS / 2]), millis(times[ROUNDS * 95 / 100]));
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

}
