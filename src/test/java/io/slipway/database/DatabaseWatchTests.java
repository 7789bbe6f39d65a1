package io.slipway.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The watch sees what is wrong with a real database, and what time it is there.
 */
class DatabaseWatchTests {

    private static final Duration SKEW = Duration.ofMinutes(10);

    private final DataSource source = new DriverManagerDataSource(TestDatabase.emptySchema(), EmbeddedMariaDb.USER, "");

    private final JdbcTemplate database = new JdbcTemplate(this.source);

    private final InstantSource machine = () -> Instant.now().plus(SKEW);

    private final NodeClock clock = new NodeClock(this.machine);

    private final List<Object> events = new ArrayList<>();

    private final DatabaseWatch watch = new DatabaseWatch(this.source, this.machine, this.clock,
            new OutageLog(this.machine), this.events::add);

    @Test
    void setsAClockThatIsTenMinutesAheadAndSaysSo() {
        this.database.execute("create table database_looks (id int primary key, looked_at datetime(3))");
        this.watch.look();
        this.watch.look();
        assertThat(this.watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(this.watch.health().getDetails()).containsEntry("clockDiffers", true);
        assertThat(this.events).singleElement()
            .isInstanceOfSatisfying(ClockCorrected.class, (set) -> assertThat(set.correction())
                .isBetween(SKEW.negated().minusSeconds(1), SKEW.negated().plusSeconds(1)));
        Instant there = this.database.queryForObject("select unix_timestamp(now(3)) * 1000",
                (row, number) -> Instant.ofEpochMilli(row.getLong(1)));
        assertThat(this.clock.instant()).isBetween(there.minusSeconds(2), Instant.now().plusSeconds(2));
    }

    @Test
    void isDownWhileNothingCanBeWrittenAndUpAgainAfterwards() {
        this.watch.look();
        assertThat(this.watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(this.watch.health().getDetails().get("problem")).asString().contains("database_looks");
        this.database.execute("create table database_looks (id int primary key, looked_at datetime(3))");
        this.watch.look();
        assertThat(this.watch.health().getStatus()).isEqualTo(Status.UP);
    }

}
