package io.slipway.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the reports of an auditor take with a year of 100,000 releases. The figures
 * are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class ReportBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ReportBenchmark.class);

    private static final int DEPLOYMENTS = Integer.getInteger("slipway.crowd", 100_000);

    private static final int TIMES = 11;

    private static final Instant BEGIN = Instant.parse("2019-01-01T00:00:00Z");

    private static final String QUARTER = "since=2019-04-01&until=2019-06-30";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asksForEachReportOfAQuarter() {
        for (String trigger : new String[] { "pending", "no_update", "no_delete" }) {
            this.jdbc.sql("drop trigger audit_entries_" + trigger).update();
        }
        ReportCrowd crowd = new ReportCrowd(this.jdbc, BEGIN, Duration.ofSeconds(365L * 86_400 / DEPLOYMENTS));
        crowd.fill(DEPLOYMENTS);
        crowd.record(DEPLOYMENTS);
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        for (String page : new String[] { "", "/population?", "/population?kind=CHANGES&", "/population?seed=7&",
                "/exceptions?", "/exceptions?test=SEPARATED&", "/exceptions?test=BACK_OUT&", "/emergencies?",
                "/permits?", "/standard?", "/unauthorised?", "/approvals?", "/approvals?actor=authority&",
                "/overrides?", "/rights?", "/drift?", "/rules?", "/access?on=2019-04-01&",
                "/releases/CROWD-40000/attempts/1" }) {
            String address = "/audit/reports" + page + (page.endsWith("?") || page.endsWith("&") ? QUARTER : "");
            time(auditor, address);
        }
    }

    private static void time(Visitor auditor, String address) {
        long[] took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            assertThat(auditor.get(address).statusCode()).as(address).isEqualTo(200);
            took[i] = System.nanoTime() - begin;
        }
        Arrays.sort(took);
        log.warn("{}: fastest {} ms, median {} ms, slowest {} ms", address, took[0] / 1_000_000,
                took[TIMES / 2] / 1_000_000, took[TIMES - 1] / 1_000_000);
    }

}
