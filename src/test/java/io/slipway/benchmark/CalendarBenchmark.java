package io.slipway.benchmark;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.slipway.calendar.PlannedTimes;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.identity.Acting;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.release.ForwardSchedule;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the pages of the calendar take, over HTTP and rendered, in a month with 2,000
 * releases and 200 recurring windows. The figures are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class CalendarBenchmark {

    private static final Logger log = LoggerFactory.getLogger(CalendarBenchmark.class);

    private static final int WARM = 15;

    private static final int ROUNDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    PlannedTimes times;

    @Autowired
    PeriodManagement periods;

    @Autowired
    ForwardSchedule releases;

    @Autowired
    ScheduleManagement schedule;

    @Autowired
    EarlyLifeManagement earlyLife;

    @Autowired
    CollisionManagement collisions;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void measure() {
        LocalDateTime month = LocalDateTime.now().plusMonths(3).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        fill(month);
        Instant from = month.toInstant(ZoneOffset.UTC);
        Instant to = from.plus(42, ChronoUnit.DAYS);
        measure("read: releases", () -> this.releases.between(from, to, 5_000).size());
        measure("read: windows and freezes", () -> this.schedule.occurrences(from, to, 5_000).size());
        measure("read: early life support", () -> this.earlyLife.between(from, to, 5_000).size());
        measure("read: collisions", () -> this.collisions.between(from, to).size());
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        String date = month.plusDays(9).toLocalDate().toString();
        for (String view : List.of("month", "week", "agenda")) {
            measure(view, visitor, "/calendar?view=" + view + "&date=" + date);
            measure(view + ", releases of one service", visitor,
                    "/calendar?view=" + view + "&date=" + date + "&kind=RELEASES&service=service-7");
        }
        measure("collisions, one page", visitor, "/calendar/collisions?view=month&date=" + date);
        visitor.get("/calendar/subscriptions");
        visitor.post("/calendar/subscriptions", "name", "Bench", "layers", "RELEASES", "layers", "WINDOWS");
        String feed = visitor.page("/calendar/subscriptions").select("input#feed").val();
        measure("feed", visitor, feed.substring(feed.indexOf("/calendar/feed/")));
    }

    private void fill(LocalDateTime month) {
        Instant any = Instant.parse("2027-01-01T00:00:00Z");
        this.times.release("BENCH-1", "First of many", "service-0", any, any.plusSeconds(3600));
        String columns = this.jdbc
            .sql("""
                    select column_name from information_schema.columns
                     where table_schema = database() and table_name = 'releases' and extra not like '%GENERATED%'
                       and column_name not in ('id', 'release_key', 'name', 'planned_start', 'planned_end', 'schedule_at')""")
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.joining(", "));
        this.jdbc.sql("""
                insert into releases (release_key, name, planned_start, planned_end, schedule_at, %1$s)
                select concat('MANY-', seq), concat('Release number ', seq), at, at + interval 2 hour, at, %1$s
                  from (select seq, :month + interval (seq * 7919) mod 43200 minute as at from seq_1_to_2000) s
                  join releases on release_key = 'BENCH-1'""".formatted(columns)).param("month", month).update();
        this.jdbc.sql("""
                insert into release_services (release_id, service, ended, schedule_at)
                select id, concat('service-', id mod 100), ended, schedule_at from releases
                 where release_key like 'MANY-%'""").update();
        this.jdbc.sql("""
                insert into plans (release_id, plan, revision, window_required, freeze_binding, review_required,
                       minimum_support_days, approvals)
                select id, '', 1, false, true, true, 0, '' from releases where release_key like 'MANY-%'""").update();
        this.acting.as("release-manager", () -> {
            for (int i = 0; i < 200; i++) {
                LocalDateTime start = month.minusMonths(1).plusMinutes(6L * i);
                this.periods.create(new PeriodDraft(PeriodKind.WINDOW, "Window " + i, "Regular", "release-manager",
                        PeriodScope.ALL, "Europe/Berlin", start, start.plusHours(3),
                        (i % 2 == 0) ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=MO,WE,FR", null, List.of()));
            }
        });
        this.jdbc.sql("analyze table releases, plans, release_services, schedule_occurrences").query().listOfRows();
    }

    private void measure(String name, Visitor visitor, String path) {
        measure(name, () -> {
            HttpResponse<String> answer = visitor.get(path);
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.statusCode());
            }
            return answer.body().length() / 1_000;
        });
    }

    private void measure(String name, Supplier<Integer> work) {
        long[] times = new long[ROUNDS];
        int size = 0;
        for (int round = -WARM; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            size = work.get();
            times[Math.max(0, round)] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        log.warn("| {} | {} | {} | {} | {} |", name, size, millis(times[0]), millis(times[ROUNDS / 2]),
                millis(times[ROUNDS * 95 / 100]));
    }

    private static String millis(long nanos) {
        return "%.0f".formatted(nanos / 1e6);
    }

}
