package io.slipway.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of the engine keep milliseconds and every character, on the MariaDB that the
 * build says it uses.
 */
@SlipwayTest
class EngineSchemaTests {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RepositoryService repository;

    @Autowired
    MutableClock clock;

    @Test
    void runsOnTheMariaDbOfTheBuild() {
        assertThat(this.jdbc.queryForObject("select version()", String.class)).startsWith("11.4.5-MariaDB");
    }

    @Test
    void keepsMillisecondsInEveryTimeOfTheEngine() {
        List<Map<String, Object>> wholeSeconds = this.jdbc
            .queryForList("select table_name, column_name from information_schema.columns"
                    + " where table_schema = database() and table_name like 'ACT\\_%'"
                    + " and data_type in ('datetime', 'timestamp') and datetime_precision <> 3");
        assertThat(wholeSeconds).isEmpty();
        assertThat(this.jdbc.queryForObject(
                "select count(*) from information_schema.columns"
                        + " where table_schema = database() and table_name like 'ACT\\_%' and datetime_precision = 3",
                Integer.class))
            .isGreaterThan(60);
    }

    @Test
    void keepsEveryCharacterInEveryTable() {
        List<Map<String, Object>> narrow = this.jdbc
            .queryForList("select table_name, column_name, character_set_name from information_schema.columns"
                    + " where table_schema = database() and character_set_name <> 'utf8mb4'");
        assertThat(narrow).isEmpty();
    }

    @Test
    void comparesTextAlikeOnEveryServer() {
        List<Map<String, Object>> left = this.jdbc
            .queryForList("select table_name, table_collation from information_schema.tables"
                    + " where table_schema = database() and table_collation <>"
                    + " if(table_name like 'ACT\\_%', 'utf8mb4_bin', 'utf8mb4_uca1400_ai_ci')");
        assertThat(left).as("Tables whose statement leaves the collation to the server").isEmpty();
    }

    @Test
    void bringsBackAnEnginesTimeAndTextAsTheyWere() {
        this.clock.set(Instant.parse("2027-03-28T01:30:00.123Z"));
        Instant now = this.clock.stop();
        Deployment deployment = this.repository.createDeployment()
            .name("Release 🚢 für 東京")
            .addString("note.txt", "nothing to run")
            .deploy();
        Map<String, Object> row = this.jdbc.queryForMap("select * from ACT_RE_DEPLOYMENT where ID_ = ?",
                deployment.getId());
        this.repository.deleteDeployment(deployment.getId());
        assertThat(row.get("NAME_")).isEqualTo("Release 🚢 für 東京");
        assertThat(deployment.getDeploymentTime().toInstant()).isEqualTo(now);
        assertThat(((Timestamp) row.get("DEPLOY_TIME_")).toInstant())
            .isEqualTo(deployment.getDeploymentTime().toInstant());
    }

}
