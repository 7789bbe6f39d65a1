package io.slipway.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
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
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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

    private static final int ROUNDS = 15;

    /** Until the pages run as compiled code, as they do on a portal that is in use. */
    private static final int WARM = 200;

    @LocalServerPort
    int port;

    @Autowired
    DataSource dataSource;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessModels models;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PlaceRebuild places;

    @Test
    void measure() throws Exception {
        gather();
        rebuild("first");
        rebuild("second");
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        Visitor other = new Visitor(this.port).signIn("stakeholder");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("spine", "/monitor");
        pages.put("overview", "/monitor/models");
        pages.put("largest model", address("ReleaseLifecycleProcess"));
        pages.put("model at one element", address("PlanReleaseProcess") + "?element=Task_ApprovePlan");
        pages.put("model, only failing", address("ReleaseLifecycleProcess") + "?state=failing");
        pages.put("model, only overdue", address("PlanReleaseProcess") + "?state=overdue");
        pages.values().forEach((path) -> warm(visitor, path));
        pages.forEach((name, path) -> page(name, visitor, other, path));
        this.driver.close(this.driver.register("Warm"));
        decisions();
        logStatements();
        pages.forEach((name, path) -> examined(name, () -> visitor.get(path)));
        examined("one decision", () -> this.driver.approvePlan("CRD-2.900", "stakeholder"));
        examined("whole release", () -> this.driver.close(this.driver.register("Whole")));
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
        // A connection of its own: it waits as long as it takes.
        SingleConnectionDataSource one = new SingleConnectionDataSource(
                this.environment.getRequiredProperty("spring.datasource.url"),
                this.environment.getRequiredProperty("spring.datasource.username"), "", true);
        try {
            Crowd copies = new Crowd(JdbcClient.create(one));
            int number = 0;
            for (Map.Entry<String, Integer> template : crowd.entrySet()) {
                number++;
                copies.multiply(template.getKey(), "CRD-" + number + ".", RUNNING / 60 * template.getValue());
            }
            copies.analyze();
        }
        finally {
            one.destroy();
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

    private String driven(Consumer<String> way) {
        String key = this.driver.register("On its way");
        way.accept(key);
        return key;
    }

    private static void warm(Visitor visitor, String path) {
        for (int round = 0; round < WARM; round++) {
            visitor.get(path);
        }
    }

    private void page(String name, Visitor visitor, Visitor other, String path) {
        List<Long> times = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            int status = visitor.get(path).statusCode();
            if (round >= 0 || status != 200) {
                times.add(System.nanoTime() - begin);
            }
            pause(other);
        }
        report(name, times);
    }

    /**
     * Each after more than a second, so that nothing is remembered; somebody else is
     * served meanwhile, as on a portal that is in use, since an idle machine wakes up
     * slowly.
     */
    private static void pause(Visitor other) {
        long end = System.nanoTime() + Duration.ofMillis(1_050).toNanos();
        while (System.nanoTime() < end) {
            other.get("/tasks");
        }
    }

    private void decisions() throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String key = "CRD-2." + i;
            long start = System.nanoTime();
            this.driver.approvePlan(key, "stakeholder");
            times.add(System.nanoTime() - start);
        }
        report("one decision", times);
        ExecutorService people = Executors.newFixedThreadPool(8);
        long begin = System.nanoTime();
        for (int i = 61; i <= 460; i++) {
            String key = "CRD-2." + i;
            people.execute(() -> this.driver.approvePlan(key, "stakeholder"));
        }
        people.shutdown();
        people.awaitTermination(10, TimeUnit.MINUTES);
        log.warn("| decisions a second by eight people: {} |", "%.1f".formatted(400e9 / (System.nanoTime() - begin)));
    }

    /** Makes the server log every statement, on connections that are made from now on. */
    private void logStatements() throws SQLException {
        for (String setting : List.of("log_output = 'TABLE'", "slow_query_log = 1", "long_query_time = 0")) {
            this.jdbc.sql("set global " + setting).update();
        }
        this.dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    /** How many rows an act examines, and by which statements. */
    private void examined(String name, Runnable act) {
        this.jdbc.sql("truncate table mysql.slow_log").update();
        long begin = System.nanoTime();
        act.run();
        log.warn("| {} | {} ms | {} statements | {} rows examined |", name, millis(System.nanoTime() - begin),
                count("mysql.slow_log"),
                this.jdbc.sql("select sum(rows_examined) from mysql.slow_log").query(Long.class).single());
        this.jdbc
            .sql("""
                    select count(*) times, max(rows_examined) examined,
                           round(avg(time_to_sec(query_time) * 1000 + microsecond(query_time) / 1000), 1) ms,
                           left(max(regexp_replace(convert(sql_text using utf8mb4), '[[:space:]]+', ' ')), 600) text
                      from mysql.slow_log
                     where rows_examined > 500
                     group by left(regexp_replace(convert(sql_text using utf8mb4), '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+', '?'), 300)
                     order by sum(rows_examined) desc
                     limit 25""")
            .query()
            .listOfRows()
            .forEach((row) -> log.warn("| > {} | {} | {} | {} |", row.get("times"), row.get("examined"), row.get("ms"),
                    row.get("text")));
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
