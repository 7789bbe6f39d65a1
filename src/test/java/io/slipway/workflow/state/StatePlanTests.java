package io.slipway.workflow.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.benchmark.ProcessCrowd;
import io.slipway.sql.Clause;
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

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlaceRebuild places;

    @BeforeAll
    void gather() {
        ProcessCrowd crowd = new ProcessCrowd(this.jdbc);
        crowd.running(300);
        crowd.finished(FINISHED);
        this.places.rebuild();
        this.jdbc.sql("analyze table run_places, place_counts").query().listOfRows();
    }

    @AfterAll
    void leave() {
        new ProcessCrowd(this.jdbc).leave();
        this.places.rebuild();
    }

    @Test
    void whatRunsOnAllModelsIsReadFromSumsAndByIndex() {
        assertThat(plan(ModelRows.OLDEST)).filteredOn((step) -> "there".equals(step.get("table")))
            .singleElement()
            .satisfies((step) -> assertThat(step.get("key")).isEqualTo("run_places_by_since"))
            .satisfies((step) -> assertThat(step.get("type")).isIn("ref", "range"));
        assertThat(plan(ModelRows.DUE_NOW.replace(":hour", "'2020-01-01'").replace(":now", "'2020-01-02'")))
            .singleElement()
            .satisfies((step) -> assertThat(step.get("key")).isEqualTo("run_places_by_due"));
    }

    @Test
    void runsOfOneReleaseAreReadByTheirIndex() {
        String runs = "('crowd-run-spine-0000007', 'crowd-run-phase-0000007')";
        for (String statement : List.of(RunRows.TOKENS, RunRows.JOBS, RunRows.INCIDENTS,
                RunRows.OVERDUE.replace(":now", "utc_timestamp()"), RunRows.FLOWS, ReleaseRuns.PASSES,
                PlaceReading.FACTS, PlaceReading.RUNS)) {
            assertThat(rows(statement.replace("(:runs)", runs))).as(statement).isLessThan(200);
        }
        assertThat(rows(ReleaseRuns.RUNS.replace(":release", "'CROWD-0000007'"))).isLessThan(20);
    }

    @Test
    void aPageOfReleasesIsReadInTheOrderOfTheirStart() {
        for (StateFilter filter : StateFilter.values()) {
            Clause statement = WaitingReleases.statement(ProcessCrowd.PHASE, "Task_Crowd_1", filter, Instant.now(),
                    Instant.parse("2020-01-01T00:00:00Z").toEpochMilli() + ".crowd");
            assertThat(plan(statement)).as("%s", filter)
                .filteredOn((step) -> "run_places".equals(step.get("table")))
                .singleElement()
                .satisfies((step) -> assertThat(step.get("key")).isIn(indexes(filter)));
        }
    }

    /** What is overdue may also be found by its due date while that is little. */
    private static List<String> indexes(StateFilter filter) {
        return switch (filter) {
            case ALL -> List.of("run_places_by_start");
            case OVERDUE -> List.of("run_places_by_start", "run_places_by_due");
            case FAILING, RETRYING, SUSPENDED -> List.of("run_places_by_trouble");
        };
    }

    private List<Map<String, Object>> plan(String statement) {
        return plan(Clause.of(statement));
    }

    private List<Map<String, Object>> plan(Clause statement) {
        return new Clause("explain " + statement.sql(), statement.values()).on(this.jdbc).query().listOfRows();
    }

    /** How many rows the database expects to look at, in all steps. */
    private long rows(String statement) {
        return plan(statement).stream()
            .mapToLong((step) -> (step.get("rows") instanceof Number rows) ? rows.longValue() : 0)
            .sum();
    }

}
