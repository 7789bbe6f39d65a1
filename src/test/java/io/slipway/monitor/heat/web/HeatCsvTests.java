package io.slipway.monitor.heat.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.slipway.monitor.heat.HeatMap;
import io.slipway.monitor.heat.HeatMeasure;
import io.slipway.monitor.heat.HeatQuery;
import io.slipway.monitor.heat.HeatRow;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.statistics.ElementStatistics;
import io.slipway.workflow.statistics.PeriodStatistics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The heat as a file that spreadsheets read and never run.
 */
class HeatCsvTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void writesStatistics() {
        assertThat(HeatCsv.of(heat("Approve plan")).lines()).containsExactly(
                "model,version,from,to,element,name,passes,cancelled,median_seconds,p90_seconds,total_seconds,share_of_time,passes_per_run",
                "PlanReleaseProcess,3,2026-11-01,2026-11-01,Task_ApprovePlan,Approve plan,12,1,7200.500,10800.000,90000.000,0.2500,1.2000");
    }

    @Test
    void defusesFormulas() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")) {
            assertThat(HeatCsv.safe(name)).startsWith("'");
        }
        assertThat(HeatCsv.safe("Approve = plan")).isEqualTo("Approve = plan");
        assertThat(HeatCsv.of(heat("=HYPERLINK(\"x\",\"y\")"))).contains("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        assertThat(HeatCsv.of(heat("a,b\r\nc"))).contains("\"a,b\r\nc\"");
    }

    private static HeatMap heat(String name) {
        ElementStatistics statistics = new ElementStatistics("Task_ApprovePlan", 12, 1, Duration.ofMillis(7_200_500),
                Duration.ofHours(3), Duration.ofHours(25));
        return new HeatMap(
                new ModelVersion("id", "PlanReleaseProcess", "Plan release", 3, true,
                        Instant.parse("2026-01-01T00:00:00Z")),
                new HeatQuery(HeatMeasure.DURATION, false, DAY, DAY),
                new PeriodStatistics(DAY, DAY, List.of(statistics), DAY, null, false),
                List.of(new HeatRow(statistics, name, true, false, 0.25, 1.2, 3)), List.of(), 10, List.of());
    }

}
