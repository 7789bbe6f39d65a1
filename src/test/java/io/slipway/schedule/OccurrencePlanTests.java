package io.slipway.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import io.slipway.test.RowsRead;
import io.slipway.test.SlipwayTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With 200,000 occurrences, an index serves what a month of the calendar asks for. The
 * rows are in a copy of the table, apart from other tests.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OccurrencePlanTests {

    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-06-01T00:00");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RowsRead rowsRead;

    @BeforeAll
    void fill() {
        drop();
        this.jdbc.sql("create table many_occurrences like schedule_occurrences").update();
        this.jdbc.sql("create table many_periods like schedule_periods").update();
        this.jdbc.sql("""
                insert into many_periods (id, version, kind, name, reason, owner, services, environments, types, zone,
                       starts_local, minutes, rule, skipped, expanded_until, over_at, created_by, created_at)
                select seq, 0, 'WINDOW', concat('Window ', seq), '', 'a', '', '', '', 'UTC', '2025-01-01T22:00', 60,
                       'FREQ=DAILY', '', '2027-01-01', '9999-12-31', 'a', '2025-01-01' from seq_1_to_200""").update();
        this.jdbc.sql("""
                insert into many_occurrences (period_id, starts_at, ends_at, kind, long_lasting)
                select 1 + seq mod 200, date_add('2025-01-01 22:00', interval seq div 200 day),
                       date_add('2025-01-02 02:00', interval (seq div 200) + if(seq mod 200 = 0, 20, 0) day), 'WINDOW',
                       seq mod 200 = 0
                  from seq_1_to_200000""").update();
        this.jdbc.sql("analyze table many_occurrences, many_periods persistent for all")
            .query((row, number) -> row.getString(1))
            .list();
    }

    @AfterAll
    void drop() {
        this.jdbc.sql("drop table if exists many_occurrences").update();
        this.jdbc.sql("drop table if exists many_periods").update();
    }

    @Test
    void readsAMonthByIndex() {
        List<Map<String, @Nullable Object>> steps = query("explain ");
        assertThat(steps).filteredOn((step) -> "many_occurrences".equals(step.get("table")))
            .hasSize(2)
            .allSatisfy((step) -> {
                assertThat(step.get("type")).as("%s", steps).isEqualTo("range");
                assertThat("" + step.get("Extra")).as("%s", steps).contains("Using index");
            });
        assertThat(steps).noneMatch((step) -> "ALL".equals(step.get("type")) && "p".equals(step.get("table")));
        assertThat(query("")).hasSizeGreaterThan(6000);
        assertThat(this.rowsRead.by(() -> query(""))).as("%s", steps).isLessThan(40_000);
    }

    private List<Map<String, @Nullable Object>> query(String prefix) {
        String sql = ScheduleQueries.occurrences()
            .replace("schedule_occurrences", "many_occurrences")
            .replace("schedule_periods", "many_periods");
        return this.jdbc.sql(prefix + sql)
            .param("from", BEGIN)
            .param("to", BEGIN.plusMonths(1))
            .param("limit", 20_000)
            .query()
            .listOfRows();
    }

}
