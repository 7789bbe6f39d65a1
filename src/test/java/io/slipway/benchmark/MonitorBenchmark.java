package io.slipway.benchmark;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import io.slipway.workflow.state.PlaceRebuild;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the monitor's pages take over HTTP with 1,000 running and 100,000 finished
 * releases, and a poll that finds nothing new. The figures are in
 * {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class MonitorBenchmark {

    private static final Logger log = LoggerFactory.getLogger(MonitorBenchmark.class);

    private static final int ROUNDS = 60;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessModels models;

    @Autowired
    PlaceRebuild places;

    @Autowired
    ReleaseDriver driver;

    @BeforeEach
    void gather() {
        ProcessCrowd crowd = new ProcessCrowd(this.jdbc).on(version("ReleaseLifecycleProcess").id(),
                "CallActivity_PlanRelease", version("PlanReleaseProcess").id(), "Task_CompletePlan");
        crowd.running(1_000);
        crowd.finished(100_000);
        this.places.rebuild();
    }

    @AfterEach
    void leave() {
        new ProcessCrowd(this.jdbc).leave();
        this.places.rebuild();
    }

    @Test
    void measure() {
        String key = this.driver.register("Measured");
        this.driver.completePlan(key);
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        String spine = address("ReleaseLifecycleProcess");
        String plan = address("PlanReleaseProcess");
        get("spine", visitor, "/monitor");
        get("spine, read anew for each", visitor, "/monitor", 1_050);
        get("overview, read at most once a second", visitor, "/monitor/models");
        get("overview, read anew for each", visitor, "/monitor/models", 1_050);
        get("largest model with its state", visitor, spine);
        get("largest model, read anew for each", visitor, spine, 1_050);
        get("model at one element", visitor, plan + "?element=Task_CompletePlan");
        get("model, only failing", visitor, plan + "?state=failing");
        get("one release", visitor, "/monitor/releases/" + key);
        get("welcome page, for comparison", visitor, "/me");
        for (String path : new String[] { "/monitor", spine, "/monitor/releases/" + key }) {
            poll(path, visitor);
        }
        many(spine);
    }

    private void get(String name, Visitor visitor, String path) {
        get(name, visitor, path, 0);
    }

    private void get(String name, Visitor visitor, String path, long pause) {
        int rounds = (pause > 0) ? 8 : ROUNDS;
        long[] times = new long[rounds];
        int size = 0;
        long cpu = 0;
        for (int round = (pause > 0) ? 0 : -300; round < rounds; round++) {
            pause(pause);
            cpu = (round <= 0) ? cpu() : cpu;
            long begin = System.nanoTime();
            HttpResponse<String> answer = visitor.get(path);
            times[Math.max(0, round)] = System.nanoTime() - begin;
            size = answer.body().length();
        }
        report(name, size, times, cpu() - cpu);
    }

    private void poll(String path, Visitor visitor) {
        String tag = Jsoup.parse(visitor.get(path).body()).select("[data-live-part]").attr("data-tag");
        long[] times = new long[ROUNDS];
        int unchanged = 0;
        long cpu = 0;
        for (int round = -20; round < ROUNDS; round++) {
            cpu = (round <= 0) ? cpu() : cpu;
            long begin = System.nanoTime();
            HttpResponse<String> answer = visitor.get(path + "/live", "If-None-Match", "\"" + tag + "\"");
            times[Math.max(0, round)] = System.nanoTime() - begin;
            unchanged += (answer.statusCode() == 304) ? 1 : 0;
        }
        report("poll of " + path.replaceAll("[0-9]+$", "…") + ", 304 in " + unchanged + " of 80", 0, times,
                cpu() - cpu);
    }

    /**
     * Many who look at the same page: the state is read once a second for all of them.
     */
    private void many(String path) {
        ExecutorService viewers = Executors.newFixedThreadPool(8);
        long begin = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            viewers.submit(() -> {
                Visitor one = new Visitor(this.port).signIn("auditor");
                for (int poll = 0; poll < 25; poll++) {
                    one.get(path + "/live");
                }
                return true;
            });
        }
        viewers.shutdown();
        try {
            viewers.awaitTermination(5, TimeUnit.MINUTES);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        log.warn("| 200 changed polls by 8 viewers at once | | {} each |  |",
                millis((System.nanoTime() - begin) / 200));
    }

    /**
     * Time on the clock, and processor time of portal and visitor together, each time.
     */
    private void report(String name, int size, long[] times, long cpu) {
        Arrays.sort(times);
        log.warn("| {} | {} | {} | {} | {} |", name, size, millis(times[times.length / 2]),
                millis(times[times.length * 95 / 100]), millis(cpu / times.length));
    }

    /**
     * What this virtual machine has used of the processors: others do not slow it down.
     */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private ModelVersion version(String process) {
        return this.models.all()
            .stream()
            .filter((one) -> one.process().equals(process))
            .max(Comparator.comparingInt(ModelVersion::version))
            .orElseThrow();
    }

    private String address(String process) {
        return "/monitor/models/" + process + "/" + version(process).version();
    }

    private static void pause(long millis) {
        if (millis > 0) {
            Awaitility.await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
        }
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

}
