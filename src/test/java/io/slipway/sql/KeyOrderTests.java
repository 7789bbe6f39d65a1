package io.slipway.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.test.SlipwayTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages by key show each row once and in order, whatever the keys are, and rows become
 * records by the names of their columns.
 */
@SlipwayTest
class KeyOrderTests {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123Z");

    /** Sixty rows, whose instants come six times each; the first six have none. */
    private static final String ROWS = """
            select * from (select seq id, concat('k.', lpad(seq, 2, '0')) name, seq > 30 late,
                                  if(seq > 30, 'BLOCKED', 'NEW') state, cast(sum(1) as decimal) number,
                                  if(seq <= 6, null, :noon + interval seq div 7 second) due_at,
                                  json_array(concat(seq), 'a "b"') words, 'release-manager' ROLE_
                             from seq_1_to_60 group by seq) r""";

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRowComesOnceAndInOrder() {
        Comparator<Row> byDue = Comparator.comparing(Row::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()));
        assertThat(read(KeyOrder.<Row>ascending().instant("due_at", Row::dueAt).number("id", Row::id), Clause.NONE))
            .hasSize(60)
            .isSortedAccordingTo(byDue.thenComparing(Row::id));
        assertThat(read(KeyOrder.<Row>descending().instant("r.due_at", Row::dueAt).text("r.name", Row::name),
                Clause.of("due_at is not null")))
            .hasSize(54)
            .isSortedAccordingTo(byDue.thenComparing(Row::name).reversed());
        assertThat(read(KeyOrder.<Row>ascending()
            .text("state", (row) -> row.state().name())
            .instant("due_at", Row::dueAt)
            .turned()
            .number("id", Row::id), Clause.NONE))
            .hasSize(60)
            .isSortedAccordingTo(Comparator.comparing((Row row) -> row.state().name())
                .thenComparing(byDue)
                .thenComparing(Comparator.comparing(Row::id).reversed()));
    }

    @Test
    void rowsBecomeRecordsByName() {
        Row last = read(KeyOrder.<Row>ascending().number("id", Row::id), Clause.of("due_at >= :noon")).get(53);
        assertThat(last).isEqualTo(new Row(60, "k.60", true, Thread.State.BLOCKED, 1, NOON.plusSeconds(8),
                List.of("60", "a \"b\""), Role.RELEASE_MANAGER));
        Kept kept = new Kept(Map.of("a", List.of("b", "c")), Set.of(Role.AUDITOR, Role.RELEASE_MANAGER), null);
        assertThat(this.jdbc.sql("select :map a_map, 'auditor,release-manager' roles, null none")
            .param("map", Json.text(kept.aMap()))
            .query(Kept.class)
            .single()).isEqualTo(kept);
        assertThat(this.jdbc.sql("select :at").param("at", NOON).query(Instant.class).single()).isEqualTo(NOON);
    }

    @Test
    void whatNobodyWasGivenBeginsAnew() {
        KeyOrder<Row> order = KeyOrder.<Row>descending().instant("due_at", Row::dueAt).number("id", Row::id);
        assertThat(List.of("", "nonsense", "1", "1.x", "x.1", ".", "-.-", "1.1.1")).allSatisfy((text) -> {
            assertThat(order.after(text)).isEqualTo(Clause.NONE);
        });
        assertThat(order.after("1.2").sql()).isEqualTo("due_at <= :after0 and (due_at < :after0 or id < :after1)");
        assertThat(order.by("k")).isEqualTo(" order by k.due_at desc, k.id desc");
    }

    private List<Row> read(KeyOrder<Row> order, Clause where) {
        List<Row> rows = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            KeyPage<Row> page = order.page(this.jdbc, ROWS, where.with("noon", NOON), cursor, Row.class);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(KeyPage.SIZE);
            rows.addAll(page.rows());
            cursor = page.next();
        }
        return rows;
    }

    private record Row(long id, String name, boolean late, Thread.State state, int number, @Nullable Instant dueAt,
            List<String> words, Role role) {
    }

    private record Kept(Map<String, List<String>> aMap, Set<Role> roles, @Nullable List<String> none) {
    }

}
