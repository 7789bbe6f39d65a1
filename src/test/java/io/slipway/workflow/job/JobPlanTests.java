package io.slipway.workflow.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
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
 * The database reads a page of jobs through one index, in its order, and no further than
 * the page, among twenty thousand that wait for their time.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobPlanTests {

    private static final int CROWD = 20_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    RowsRead rowsRead;

    /** All are suspended, so that no job executor minds them. */
    @BeforeAll
    void gather() {
        insert(3, CROWD, Instant.parse("2099-01-01T00:00:00Z"));
        insert(0, 3_000, Instant.parse("2026-01-01T00:00:00Z"));
        insert(2, 3_000, Instant.parse("2026-01-01T00:00:00Z"));
        this.jdbc.sql("analyze table ACT_RU_JOB").query().listOfRows();
    }

    @AfterAll
    void leave() {
        this.jdbc.sql("delete from ACT_RU_JOB where ID_ like 'crowd-%'").update();
    }

    private void insert(int retries, int number, Instant due) {
        this.jdbc
            .sql("""
                    insert into ACT_RU_JOB (ID_, REV_, TYPE_, RETRIES_, DUEDATE_, HANDLER_TYPE_, SUSPENSION_STATE_, PRIORITY_)
                    select concat('crowd-', ?, '-', seq), 1, 'timer', ?, date_add(?, interval seq second), 'crowd', 2, 0
                      from seq_1_to_"""
                    + number)
            .params(retries, retries, LocalDateTime.ofInstant(due, ZoneOffset.UTC))
            .update();
    }

    @Test
    void everyStateReadsItsIndexInItsOrder() {
        for (JobState state : JobState.values()) {
            List<String> branches = new Clause("explain " + page(state, "").sql(), page(state, "").values())
                .on(this.jdbc)
                .query((row, number) -> row.getString("key") + " " + row.getString("ref") + " " + row.getString("Extra")
                        + " " + row.getString("table"))
                .list()
                .stream()
                .filter((line) -> line.startsWith("SLIPWAY_JOB_BY_RETRIES"))
                .toList();
            assertThat(branches).as("%s", state)
                .hasSize(state.ranges().size())
                .noneMatch((line) -> line.contains("filesort") || line.contains("temporary"));
        }
    }

    @Test
    void everyPageTouchesFewRows() {
        for (JobState state : JobState.values()) {
            assertThat(touched(page(state, ""))).as("%s", state).isLessThan(600);
        }
        String middle = Instant.parse("2026-01-01T00:20:00Z").toEpochMilli() + ".crowd-0-1200";
        assertThat(touched(page(JobState.FAILED, middle))).isLessThan(600);
        assertThat(touched(JobSql.count(JobFilter.of(JobState.FAILED), Instant.now()))).isLessThan(2_500);
        assertThat(touched(JobSql.count(JobFilter.of(JobState.DUE), Instant.now()))).isLessThan(9_000);
    }

    @Test
    void pagesFollowEachOtherWithoutGap() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 5; page++) {
            KeyPage<JobSummary> found = this.jobs.list(JobFilter.of(JobState.FAILED), cursor);
            found.rows().forEach((job) -> seen.add(job.id()));
            cursor = Objects.requireNonNull(found.next());
        }
        assertThat(seen).hasSize(5 * KeyPage.SIZE).doesNotHaveDuplicates();
        assertThat(this.jobs.counts().failed()).isEqualTo(Jobs.MOST_COUNTED + 1);
        assertThat(this.jobs.first(JobFilter.of(JobState.FAILED))).hasSize(Jobs.MOST_AT_ONCE);
    }

    private static Clause page(JobState state, String cursor) {
        return JobSql.page(JobFilter.of(state), cursor, Instant.now(), KeyPage.SIZE + 1);
    }

    private long touched(Clause statement) {
        return this.rowsRead.by(() -> statement.on(this.jdbc).query().listOfRows());
    }

}
