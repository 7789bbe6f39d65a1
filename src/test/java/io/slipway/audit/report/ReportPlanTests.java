package io.slipway.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.test.RowsRead;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reports of an auditor read their period through its index, and of each release what
 * is its own: however many there were before and after, no more.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPlanTests {

    private static final int ALL = 5_000;

    private static final int ASKED = 100;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RowsRead rowsRead;

    @Autowired
    Acting acting;

    @Autowired
    PopulationManagement populations;

    @Autowired
    ItemManagement items;

    @Autowired
    ChangeReports changes;

    @Autowired
    ReportManagement reports;

    private ReportCrowd crowd;

    @BeforeAll
    void gather() {
        this.crowd = new ReportCrowd(this.jdbc, Instant.parse("1980-01-01T00:00:00Z"), Duration.ofMinutes(5));
        this.crowd.fill(ALL);
    }

    @AfterAll
    void leave() {
        this.crowd.leave();
    }

    @Test
    void readNoMoreThanTheirPeriod() {
        ReportPeriod period = this.crowd.period(ASKED);
        assertThat(read(() -> this.populations.draw(PopulationKind.DEPLOYMENTS, period, "", 25))).isLessThan(3 * ASKED);
        assertThat(read(() -> this.populations.page(PopulationKind.CHANGES, period, ""))).isLessThan(3 * ASKED);
        assertThat(read(() -> this.items.exceptions(period, Set.of(), ""))).isLessThan(70 * ASKED);
        assertThat(read(() -> this.reports.unauthorised(period, ""))).isLessThan(10 * ASKED);
        assertThat(read(() -> this.changes.emergencies(period, ""))).isLessThan(3 * ASKED);
        assertThat(read(() -> this.changes.permits(period, ""))).isLessThan(3 * ASKED);
        assertThat(read(() -> this.changes.standard(period, ""))).isLessThan(3 * ASKED);
        assertThat(read(() -> this.changes.share(period))).isLessThan(3 * ASKED);
    }

    private long read(Runnable report) {
        return this.acting.as("auditor", () -> this.rowsRead.by(report));
    }

}
