package io.slipway.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import io.slipway.identity.Acting;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long it takes to judge a deployment, and to read a month, with 200 windows that
 * recur daily and one freeze of a year. The figures are in
 * {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class ScheduleBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ScheduleBenchmark.class);

    private static final int ROUNDS = 40;

    @Autowired
    PeriodManagement periods;

    @Autowired
    ScheduleManagement schedule;

    @Autowired
    Acting acting;

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Test
    void measure() {
        long begin = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            save(PeriodKind.WINDOW, 20 + i % 3, 22 + i % 3, "FREQ=DAILY", "Payments");
        }
        log.info("saving 200 daily windows: {} ms", (System.nanoTime() - begin) / 1_000_000);
        measure("judge, allowed", () -> this.schedule.judge(slot("Payments", 21, 22), true, true));
        measure("judge, outside, opening within a day",
                () -> this.schedule.judge(slot("Payments", 10, 12), true, true));
        save(PeriodKind.HARD_FREEZE, 0, 24 * 360, "", "Payments");
        measure("judge, frozen for a year", () -> this.schedule.judge(slot("Payments", 21, 22), true, true));
        measure("occurrences of a month",
                () -> this.schedule.occurrences(this.today, this.today.plus(Duration.ofDays(31)), 20_000));
    }

    private void save(PeriodKind kind, int from, int to, String rule, String service) {
        this.acting.as("release-manager",
                () -> this.periods.create(new PeriodDraft(kind, "Benchmark", "Because.", "release-manager",
                        new PeriodScope(List.of(service), List.of(), List.of()), "Europe/Berlin", local(from),
                        local(to), rule, null, List.of())));
    }

    private DeploymentSlot slot(String service, int from, int to) {
        return new DeploymentSlot("BENCH-1", ReleaseType.MINOR, List.of(service), "production",
                this.today.plus(Duration.ofHours(from)), this.today.plus(Duration.ofHours(to)));
    }

    private LocalDateTime local(int hour) {
        return LocalDateTime.ofInstant(this.today.plus(Duration.ofHours(hour)), ZoneOffset.UTC);
    }

    private static void measure(String what, Supplier<?> call) {
        long[] micros = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            call.get();
            micros[i] = (System.nanoTime() - before) / 1_000;
        }
        Arrays.sort(micros);
        log.info("{}: median {} ms, p95 {} ms", what, micros[ROUNDS / 2] / 1000.0, micros[ROUNDS * 95 / 100] / 1000.0);
    }

}
