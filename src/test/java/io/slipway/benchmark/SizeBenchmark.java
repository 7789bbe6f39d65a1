package io.slipway.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.state.PlaceRebuild;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import javax.sql.DataSource;

/**
 * What monitor and decisions cost with 60,000 running releases and 100,000 open work
 * items, and which statements of a whole release read more than they should: the slow
 * statements of the server, by how many rows they examined. Size is a system property
 * {@code slipway.crowd}. The figures are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class SizeBenchmark {

    private static final Logger log = LoggerFactory.getLogger(SizeBenchmark.class);

    private static final int RUNNING = Integer.getInteger("slipway.crowd", 60_000);

    private static final int ROUNDS = 7;

    @LocalServerPort
    int port;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessModels models;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PlaceRebuild places;

    @Test
    void measure() {
        gather();
        rebuild("first");
        rebuild("second");
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        page("overview", visitor, "/monitor");
        page("largest model", visitor, address("ReleaseLifecycleProcess"));
        page("model at one element", visitor, address("PlanReleaseProcess") + "?element=Task_ApprovePlan");
        page("model, only failing", visitor, address("ReleaseLifecycleProcess") + "?state=failing");
        page("model, only overdue", visitor, address("PlanReleaseProcess") + "?state=overdue");
        this.driver.close(this.driver.register("Warm"));
        decisions();
        walk();
    }

    private void gather() {
        long begin = System.nanoTime();
        Map<String, Integer> crowd = new LinkedHashMap<>();
        crowd.put(this.driver.register("Being planned"), 8);
        crowd.put(driven((key) -> this.driver.completePlan(key)), 12);
        crowd.put(driven((key) -> this.driver.plan(key)), 10);
        crowd.put(driven((key) -> {
            this.driver.plan(key);
            this.driver.deliverUnits(key);
        }), 10);
        crowd.put(driven((key) -> {
            this.driver.prepare(key);
            this.driver.await(key, "announce-deployment");
        }), 10);
        crowd.put(driven((key) -> {
            this.driver.prepare(key);
            this.driver.deploy(key);
            this.driver.await(key, "watch-release");
        }), 10);
        try (var connection = this.dataSource.getConnection()) {
            Crowd copies = new Crowd(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            int number = 0;
            for (Map.Entry<String, Integer> template : crowd.entrySet()) {
                number++;
                copies.multiply(template.getKey(), "CRD-" + number + ".", RUNNING / 60 * template.getValue());
            }
            copies.analyze();
        }
        catch (java.sql.SQLException ex) {
            throw new IllegalStateException(ex);
        }
        log.warn("| gathered in {} s | {} running | {} open work items | {} jobs |",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                count("ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null"),
                count("work_items where state = 'OPEN'"), count("ACT_RU_JOB"));
    }

    private long count(String from) {
        return this.jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** The second time nothing may be wrong. */
    private void rebuild(String time) {
        long begin = System.nanoTime();
        int wrong = this.places.rebuild();
        log.warn("| {} rebuild: {} places wrong, {} s |", time, wrong,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private String driven(java.util.function.Consumer<String> way) {
        String key = this.driver.register("On its way");
        way.accept(key);
        return key;
    }

    private void page(String name, Visitor visitor, String path) {
        List<Long> times = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            int status = visitor.get(path).statusCode();
            if (round >= 0 || status != 200) {
                times.add(System.nanoTime() - begin);
            }
            pause();
        }
        report(name, times);
    }

    /** Each after more than a second, so that nothing is remembered. */
    private static void pause() {
        org.awaitility.Awaitility.await().pollDelay(Duration.ofMillis(1_050)).until(() -> true);
    }

    private void decisions() {
        List<Long> times = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 1; i <= 60; i++) {
            String key = "CRD-2." + i;
            long start = System.nanoTime();
            this.driver.approvePlan(key, "stakeholder");
            times.add(System.nanoTime() - start);
        }
        log.warn("| decisions a second, one after the other: {} |",
                "%.1f".formatted(60e9 / (System.nanoTime() - begin)));
        report("one decision", times);
    }

    /** The slow statements of a whole release. */
    private void walk() {
        this.jdbc.sql("set global log_output = 'TABLE'").update();
        this.jdbc.sql("truncate table mysql.slow_log").update();
        this.jdbc.sql("set global min_examined_row_limit = 0").update();
        this.jdbc.sql("set global slow_query_log = 1").update();
        this.jdbc.sql("set global long_query_time = 0").update();
        // Connections take over what is set when they are made.
        ((com.zaxxer.hikari.HikariDataSource) this.dataSource).getHikariPoolMXBean().softEvictConnections();
        long begin = System.nanoTime();
        this.driver.close(this.driver.register("Whole"));
        log.warn("| whole release: {} s |", Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3);
        this.jdbc.sql("set global slow_query_log = 0").update();
        this.jdbc
            .sql("""
                    select count(*) n, max(rows_examined) rows, round(avg(time_to_sec(query_time) * 1000 + microsecond(query_time) / 1000), 1) ms,
                           left(replace(replace(max(convert(sql_text using utf8mb4)), char(10), ' '), '  ', ''), 300) sql_text
                      from mysql.slow_log where rows_examined > 500 group by left(regexp_replace(convert(sql_text using utf8mb4), '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+', '?'), 200) order by sum(rows_examined) desc limit 40""")
            .query()
            .listOfRows()
            .forEach((row) -> log.warn("| {} | {} | {} | {} |", row.get("n"), row.get("rows"), row.get("ms"),
                    row.get("sql_text")));
    }

    private void report(String name, List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        log.warn("| {} | median {} | slowest {} | {}", name, millis(sorted[sorted.length / 2]),
                millis(sorted[sorted.length - 1]), Arrays.stream(sorted).mapToObj(SizeBenchmark::millis).toList());
    }

    private String address(String process) {
        return "/monitor/models/" + process + "/"
                + this.models.all()
                    .stream()
                    .filter((one) -> one.process().equals(process))
                    .max(Comparator.comparingInt(ModelVersion::version))
                    .orElseThrow()
                    .version();
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

}
