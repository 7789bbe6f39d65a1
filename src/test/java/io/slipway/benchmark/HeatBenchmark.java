package io.slipway.benchmark;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.statistics.StatisticsDriver;
import io.slipway.workflow.statistics.StatisticsManagement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs to make figures of 1,000,000 activities of a year, and to read them. The
 * figures are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class HeatBenchmark {

    private static final Logger log = LoggerFactory.getLogger(HeatBenchmark.class);

    private static final int ACTIVITIES = 1_000_000;

    private static final int CHUNK = 20_000;

    private static final int ROUNDS = 25;

    private static final int DAYS = 365;

    private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);

    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1);

    private static final LocalDate BUSY = LAST.plusDays(10);

    @LocalServerPort
    int port;

    @Autowired
    StatisticsDriver statistics;

    @Autowired
    StatisticsManagement read;

    @Autowired
    ProcessModels models;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void leave() {
        while (this.jdbc.sql("delete from ACT_HI_ACTINST where PROC_INST_ID_ = 'past' limit " + CHUNK).update() > 0) {
            continue;
        }
        this.statistics.forget();
    }

    @Test
    void measure() {
        fill();
        long begin = System.nanoTime();
        measure("make the figures of a day, 2,740 activities", 0, ROUNDS,
                (round) -> make(FIRST.plusDays(DAYS - 1L - round)));
        for (int day = 0; day < DAYS - ROUNDS; day++) {
            make(FIRST.plusDays(day));
        }
        log.warn("| first fill of {} days | {} rows | {} s |", DAYS, count("element_figures"),
                (System.nanoTime() - begin) / 1_000_000_000);
        measure("make the figures of a day, 100,000 activities", 0, 1, (round) -> make(BUSY));
        ModelVersion model = this.models.get("PlanReleaseProcess", 1);
        Set<String> one = Set.of(model.id());
        Set<String> all = this.models.all().stream().map(ModelVersion::id).collect(Collectors.toSet());
        measure("read 90 days of one version", 10, ROUNDS, (round) -> read(one, 90));
        measure("read 365 days of one version", 10, ROUNDS, (round) -> read(one, DAYS));
        measure("read 90 days of all versions of all models", 10, ROUNDS, (round) -> read(all, 90));
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        String page = "/monitor/models/PlanReleaseProcess/1/heat?from=%s&to=%s".formatted(LAST.minusDays(89), LAST);
        measure("page with 90 days, over HTTP and rendered", 15, ROUNDS, (round) -> visitor.get(page).body().length());
        measure("the engine's history itself, 90 days of one version, without any median", 2, 5,
                (round) -> this.jdbc.sql("""
                        select ACT_ID_, count(*), avg(DURATION_) from ACT_HI_ACTINST
                         where PROC_DEF_ID_ = ? and END_TIME_ between ? and ? group by ACT_ID_""")
                    .params(model.id(), LAST.minusDays(89).atStartOfDay(), LAST.plusDays(1).atStartOfDay())
                    .query()
                    .listOfRows()
                    .size());
    }

    private int make(LocalDate day) {
        this.statistics.make(day);
        return 1;
    }

    private int read(Set<String> versions, int days) {
        return this.read.of(versions, LAST.minusDays(days - 1L), LAST).elements().size();
    }

    /** 25 elements for each model; half of them take no time, the others up to weeks. */
    private void fill() {
        for (int from = 1; from <= ACTIVITIES; from += CHUNK) {
            insert(from, from + CHUNK - 1, FIRST, 86_400L * DAYS * 1_000 / ACTIVITIES);
        }
        for (int from = 1; from <= 100_000; from += CHUNK) {
            insert(from, from + CHUNK - 1, BUSY, 860);
        }
        this.jdbc.sql("analyze table ACT_HI_ACTINST").query().listOfRows();
        log.warn("{} activities in the engine's history", count("ACT_HI_ACTINST"));
    }

    private void insert(int from, int to, LocalDate begin, long millisBetween) {
        this.jdbc
            .sql("""
                    insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_,
                           ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)
                    select concat('Task_', seq, ':', uuid()), p.KEY_, p.ID_, 'past', uuid(), concat('Task_', (seq * 31) mod 25),
                           'A task', 'userTask', s.ends - interval s.millis * 1000 microsecond, s.ends, s.millis,
                           if(seq mod 40 = 0, 2, 0)
                      from (select seq, :begin + interval seq * :between * 1000 microsecond as ends,
                                   if((seq * 31) mod 25 < 12, seq mod 3,
                                      cast(exp(6 + 15 * (crc32(seq) mod 10000) / 10000) as unsigned)) as millis
                              from seq_%d_to_%d) s
                      join (select ID_, KEY_, row_number() over (order by ID_) - 1 as place, count(*) over () as number
                              from ACT_RE_PROCDEF) p on p.place = s.seq mod p.number"""
                .formatted(from, to))
            .param("begin", begin.atStartOfDay())
            .param("between", millisBetween)
            .update();
    }

    private long count(String table) {
        return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void measure(String name, int warm, int rounds, IntFunction<Integer> work) {
        long[] times = new long[rounds];
        int size = 0;
        int skipped = Math.min(warm, 15);
        for (int round = -skipped; round < rounds; round++) {
            long begin = System.nanoTime();
            size = work.apply(Math.max(0, round));
            times[Math.max(0, round)] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        log.warn("| {} | {} | {} | {} | {} |", name, size, millis(times[0]), millis(times[rounds / 2]),
                millis(times[rounds * 95 / 100]));
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

}
