package io.slipway.workflow.state;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.benchmark.ProcessCrowd;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With 300 running and 20,000 finished instances, an index serves every statement: none
 * reads what has ended to tell what runs, and none about one release reads the others.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatePlanTests {

    private static final int FINISHED = 20_000;

    /** What grows with the years: runs, steps and tasks. */
    private static final Set<String> LARGE = Set.of("h", "a", "w");

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void gather() {
        ProcessCrowd crowd = new ProcessCrowd(this.jdbc);
        crowd.running(300);
        crowd.finished(FINISHED);
    }

    @AfterAll
    void leave() {
        new ProcessCrowd(this.jdbc).leave();
    }

    @Test
    void whatRunsIsReadWithoutWhatHasEnded() {
        for (String statement : List.of(ModelRows.INSTANCES, ModelRows.TOKENS, ModelRows.JOBS, ModelRows.INCIDENTS,
                ModelRows.OVERDUE.replace("?", "utc_timestamp()"))) {
            assertThat(rows(statement)).as(statement).isLessThan(FINISHED / 2);
        }
    }

    @Test
    void runsOfOneReleaseAreReadByTheirIndex() {
        String runs = "('crowd-run-spine-0000007', 'crowd-run-phase-0000007')";
        for (String statement : List.of(RunRows.TOKENS, RunRows.JOBS, RunRows.INCIDENTS,
                RunRows.OVERDUE.replace(":now", "utc_timestamp()"), RunRows.FLOWS, ReleaseRuns.PASSES)) {
            assertThat(rows(statement.replace("(:runs)", runs))).as(statement).isLessThan(200);
        }
        assertThat(rows(ReleaseRuns.RUNS.replace("?", "'CROWD-0000007'"))).isLessThan(20);
    }

    @Test
    void aPageOfReleasesIsReadInTheOrderOfTheirStart() {
        for (StateFilter filter : StateFilter.values()) {
            for (boolean element : new boolean[] { false, true }) {
                String statement = WaitingReleases.sql(element, filter, true)
                    .replace(":model", "'" + ProcessCrowd.PHASE + "'")
                    .replace(":element", "'Task_Crowd_1'")
                    .replace(":now", "utc_timestamp()")
                    .replace(":afterId", "'crowd'")
                    .replace(":after", "'2020-01-01'");
                List<Map<String, Object>> plan = plan(statement);
                assertThat(plan).as("%s %s: %s", filter, element, plan)
                    .noneMatch((step) -> LARGE.contains("" + step.get("table")) && "ALL".equals(step.get("type")));
                assertThat(rows(statement)).as("%s %s", filter, element).isLessThan(FINISHED / 2);
            }
        }
        List<Map<String, Object>> plan = plan(
                WaitingReleases.sql(false, StateFilter.ALL, false).replace(":model", "'" + ProcessCrowd.PHASE + "'"));
        assertThat(plan).filteredOn((step) -> "h".equals(step.get("table"))).singleElement().satisfies((step) -> {
            assertThat(step.get("key")).isEqualTo("hi_procinst_by_model");
            assertThat("" + step.get("Extra")).doesNotContain("filesort");
        });
    }

    private List<Map<String, Object>> plan(String statement) {
        return this.jdbc.sql("explain " + statement).query().listOfRows();
    }

    /** How many rows the database expects to look at, in all steps. */
    private long rows(String statement) {
        return plan(statement).stream()
            .mapToLong((step) -> (step.get("rows") instanceof Number rows) ? rows.longValue() : 0)
            .sum();
    }

}
