package io.slipway.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseQuery.OfRecord;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.sql.Clause;
import io.slipway.test.RowsRead;
import io.slipway.test.SlipwayTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With 100,000 releases, an index serves every list: no table is read from end to end, no
 * long result is sorted. The rows are in copies of the tables, apart from other tests.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseListSqlTests {

    private static final Instant NOW = Instant.parse("2023-05-01T10:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RowsRead rowsRead;

    @BeforeAll
    void fill() {
        drop();
        this.jdbc.sql("create table many_releases like releases").update();
        this.jdbc.sql("create table many_services like release_services").update();
        this.jdbc
            .sql("""
                    insert into many_releases (id, release_key, name, type, model, owner, phase, status, ended,
                           schedule_at, planned_start, planned_end, support_days, registered_at, version, deviations)
                    select seq, concat('S', seq mod 40, '-', seq), concat('Release number ', seq, ' of team ', seq mod 70),
                           elt(1 + seq mod 3, 'MAJOR', 'MINOR', 'EMERGENCY'), 'PHASED', concat('manager-', seq mod 20),
                           elt(1 + seq mod 7, 'PLAN', 'BUILD', 'TEST', 'AUTHORISE', 'DEPLOY', 'EARLY_LIFE_SUPPORT', 'REVIEW'),
                           if(seq mod 50 = 0, 'OPEN', elt(1 + seq mod 3, 'CLOSED', 'CANCELLED', 'ROLLED_BACK')),
                           seq mod 50 <> 0, at, at, at + interval 4 hour, 14, '2020-01-01', 0,
                           if(seq mod 50 <> 0 and seq mod 7 = 0, '["WAIVED"]', '[]')
                      from (select seq, '2020-01-01' + interval (seq * 7919) mod 3000000 minute as at
                              from seq_1_to_100000) s""")
            .update();
        this.jdbc.sql("""
                insert into many_services (release_id, service, ended, schedule_at)
                select id, concat('service-', id mod 30), ended, schedule_at from many_releases""").update();
        this.jdbc.sql("analyze table many_releases, many_services persistent for all")
            .query((row, number) -> row.getString(1))
            .list();
    }

    @AfterAll
    void drop() {
        this.jdbc.sql("drop table if exists many_services").update();
        this.jdbc.sql("drop table if exists many_releases").update();
    }

    static Stream<ReleaseQuery> lists() {
        return Stream.of(ReleaseQuery.open(), query(null, "", null, null, "", Sort.KEY),
                query(null, "", null, null, "", Sort.REGISTERED), query(State.ENDED, "", null, null, "", Sort.START),
                query(State.ENDED, "", null, null, "", Sort.KEY),
                query(State.ENDED, "", null, null, "", Sort.REGISTERED),
                query(State.CLOSED, "", null, null, "", Sort.START),
                query(State.ROLLED_BACK, "", null, null, "", Sort.START),
                query(null, "service-10", null, null, "", Sort.START),
                query(State.ENDED, "service-10", null, null, "", Sort.START),
                query(null, "", ReleaseType.MINOR, null, "", Sort.START),
                query(State.ENDED, "", ReleaseType.MINOR, null, "", Sort.START),
                query(null, "", null, Phase.BUILD, "", Sort.START),
                query(State.ENDED, "", null, Phase.BUILD, "", Sort.START),
                query(null, "", null, null, "manager-10", Sort.START),
                query(State.ENDED, "", null, null, "manager-9", Sort.START),
                query(State.SOON, "", null, null, "", Sort.START),
                query(State.SOON, "service-10", null, null, "", Sort.START),
                query(State.DEVIATED, "", null, null, "", Sort.START), query(State.ANY, "", null, null, "", Sort.START),
                query(State.ANY, "", ReleaseType.MINOR, null, "", Sort.START),
                query(State.ANY, "", null, null, "", Sort.REGISTERED),
                query(State.ENDED, new OfRecord(NOW, NOW.plus(30, ChronoUnit.DAYS), "", "")),
                query(State.ANY, new OfRecord(NOW, NOW.plus(30, ChronoUnit.DAYS), "", "")),
                query(State.ANY, new OfRecord(null, null, "", "WAIVED")),
                query(State.ENDED, new OfRecord(NOW, null, "", "WAIVED")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsItsFirstPageByAnIndex(ReleaseQuery query) {
        List<Map<String, @Nullable Object>> steps = explain(query);
        assertThat(steps).allSatisfy((step) -> {
            assertThat(step.get("type")).as("%s", steps).isIn("ref", "range", "eq_ref", "const", "index");
            assertThat("" + step.get("Extra")).as("%s", steps).doesNotContain("filesort").doesNotContain("temporary");
        });
        assertThat(this.rowsRead.by(() -> rows(query))).as("%s", steps).isLessThan(200);
    }

    @Test
    void readsALaterPageByAnIndex() {
        ReleaseQuery later = new ReleaseQuery("", State.ENDED, "", ReleaseType.MINOR, null, "", Sort.START,
                "1650000000000.50000");
        assertThat(explain(later)).allSatisfy((step) -> {
            assertThat(step.get("type")).isNotEqualTo("ALL");
            assertThat("" + step.get("Extra")).doesNotContain("filesort");
        });
        assertThat(rows(later)).isNotEmpty();
    }

    @Test
    void asksOfAPersonsPartByAnIndex() {
        List<Map<String, @Nullable Object>> steps = explain(
                query(State.ANY, new OfRecord(null, null, "nobody-here", "")));
        assertThat(steps).anySatisfy((step) -> assertThat(step).containsEntry("key", "audit_entries_of_person")
            .extractingByKey("Extra")
            .asString()
            .contains("Using index"));
        assertThat(steps).allSatisfy((step) -> assertThat("" + step.get("Extra")).doesNotContain("filesort"));
        assertThat(rows(query(State.ANY, new OfRecord(null, null, "nobody-here", "")))).isEmpty();
    }

    @Test
    void searchesKeysAndWordsWithoutReadingTheTable() {
        for (String text : List.of("S7-10", "number team", "release")) {
            ReleaseQuery search = new ReleaseQuery(text, null, "", null, null, "", Sort.START, "");
            List<Map<String, @Nullable Object>> steps = explain(search);
            assertThat(steps.stream()
                .filter((step) -> "many_releases".equals(step.get("table")) || "r".equals(step.get("table")))
                .map((step) -> step.get("type"))).as("%s", steps).isSubsetOf("range", "fulltext", "eq_ref");
            assertThat(rows(search)).as(text).hasSize(26);
            assertThat(this.rowsRead.by(() -> rows(search))).as(text).isLessThan(10_000);
        }
    }

    @Test
    void readsTheReleasesPlannedInAMonthByAnIndex() {
        List<Map<String, @Nullable Object>> steps = planned("explain ").query().listOfRows();
        assertThat(steps.get(0)).as("%s", steps)
            .containsEntry("type", "range")
            .containsEntry("key", "releases_by_time")
            .extractingByKey("Extra")
            .asString()
            .contains("Using index condition")
            .doesNotContain("filesort");
        assertThat(planned("").query().listOfRows()).hasSizeBetween(1_500, 2_500);
        assertThat(this.rowsRead.by(() -> planned("").query().listOfRows())).isLessThan(10_000);
    }

    private JdbcClient.StatementSpec planned(String prefix) {
        return this.jdbc.sql(prefix + onCopies(ForwardSchedule.BETWEEN))
            .param("earliest", "2023-01-01")
            .param("from", "2023-05-01")
            .param("to", "2023-06-01")
            .param("limit", 5_000);
    }

    private List<Map<String, @Nullable Object>> explain(ReleaseQuery query) {
        return statement("explain ", query).query().listOfRows();
    }

    private List<Map<String, @Nullable Object>> rows(ReleaseQuery query) {
        return statement("", query).query().listOfRows();
    }

    private JdbcClient.StatementSpec statement(String prefix, ReleaseQuery query) {
        Clause sql = ReleaseListSql.of(query, NOW).page();
        return new Clause(prefix + onCopies(sql.sql()), sql.values()).on(this.jdbc);
    }

    private static String onCopies(String sql) {
        return sql.replace("release_services ", "many_services ")
            .replaceAll("(from|join) releases\\b", "$1 many_releases");
    }

    private static ReleaseQuery query(State state, OfRecord asked) {
        return new ReleaseQuery("", state, "", null, null, "", Sort.START, "", asked);
    }

    private static ReleaseQuery query(@Nullable State state, String service, @Nullable ReleaseType type,
            @Nullable Phase phase, String owner, Sort sort) {
        return new ReleaseQuery("", state, service, type, phase, owner, sort, "");
    }

}
