package io.slipway.planning.collision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.slipway.policy.ReleaseType;
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
 * Among 10,000 planned releases a plan's neighbours are found by the indices.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollisionQueryPlanTests {

    private static final Instant START = Instant.parse("2027-06-01T10:00:00Z");

    private static final PlannedDeployment PLAN = new PlannedDeployment("CROWD-0", "Crowd", ReleaseType.MINOR,
            "production", List.of("service-3", "service-7"), List.of("item-3"), List.of("person-5"), List.of(), START,
            START.plus(Duration.ofHours(4)), false, true);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RowsRead rowsRead;

    @BeforeAll
    void fill() {
        drop();
        for (String table : List.of("releases", "release_services", "release_items", "release_people")) {
            this.jdbc.sql("create table crowd_" + table + " like " + table).update();
        }
        this.jdbc
            .sql("""
                    insert into crowd_releases (id, release_key, name, type, model, owner, phase, status, ended,
                           schedule_at, planned_start, planned_end, support_days, registered_at, version)
                    select seq, concat('CROWD-', seq), 'Crowd', 'MINOR', 'PHASED', 'release-manager', 'BUILD', 'OPEN', false,
                           at, at, at + interval 4 hour, 14, '2027-01-01', 0
                      from (select seq, '2027-01-01' + interval (seq * 7919) mod 576000 minute as at
                              from seq_1_to_10000) s""")
            .update();
        for (String[] part : new String[][] { { "release_services", "service" }, { "release_items", "item" },
                { "release_people", "user_name" } }) {
            boolean people = part[1].equals("user_name");
            this.jdbc
                .sql("insert into crowd_" + part[0] + " (release_id, " + (people ? "role, " : "") + part[1]
                        + ", ended, schedule_at, ends_at) select id, " + (people ? "'operations', " : "") + "concat('"
                        + (people ? "person" : part[1]) + "-', id mod 40), ended, schedule_at, planned_end"
                        + " from crowd_releases")
                .update();
        }
        this.jdbc
            .sql("analyze table crowd_releases, crowd_release_services, crowd_release_items, crowd_release_people "
                    + "persistent for all")
            .query((row, number) -> row.getString(1))
            .list();
    }

    @AfterAll
    void drop() {
        this.jdbc
            .sql("drop table if exists crowd_releases, crowd_release_services, crowd_release_items, "
                    + "crowd_release_people")
            .update();
    }

    @Test
    void findsNeighboursByTheirIndices() {
        List<Map<String, @Nullable Object>> steps = neighbours("explain ", START.plus(Duration.ofHours(4))).query()
            .listOfRows();
        assertThat(steps.stream().filter((step) -> "t".equals(step.get("table")))).hasSize(3)
            .allSatisfy((step) -> assertThat(step.get("key").toString()).as("%s", steps).endsWith("_by_time"));
        assertThat(steps.stream().filter((step) -> "r".equals(step.get("table"))))
            .allSatisfy((step) -> assertThat(step.get("type")).as("%s", steps).isEqualTo("eq_ref"));
        assertThat(this.rowsRead.by(() -> neighbours("", START.plus(Duration.ofDays(400))).query().listOfRows()))
            .isLessThan(5_000);
    }

    private JdbcClient.StatementSpec neighbours(String prefix, Instant until) {
        return this.jdbc
            .sql(prefix + CollisionQueries.neighboursSql(PLAN)
                .replace("from release_", "from crowd_release_")
                .replace("join releases", "join crowd_releases"))
            .param("services", PLAN.services())
            .param("items", PLAN.items())
            .param("people", PLAN.people())
            .param("environment", PLAN.environment())
            .param("key", PLAN.key())
            .param("earliest", LocalDateTime.ofInstant(START.minus(CollisionQueries.LONGEST), ZoneOffset.UTC))
            .param("from", LocalDateTime.ofInstant(START, ZoneOffset.UTC))
            .param("until", LocalDateTime.ofInstant(until, ZoneOffset.UTC));
    }

}
