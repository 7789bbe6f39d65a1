package io.slipway.change;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.collision.Collision;
import io.slipway.planning.collision.CollisionKind;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.planning.collision.CollisionReport;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A vote on the change that nobody can give before the planned start is seen while there
 * is time: in the plan, at its submission, and when the change is requested.
 */
@SlipwayTest
class ChangeVotersTests {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CollisionManagement collisions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void areMissedWhilePlanning() {
        String key = this.driver.register("Without change authority");
        completePlan(key);
        Instant start = start(key);
        Instant back = start.plus(Duration.ofDays(1));
        whileAway(back, () -> {
            CollisionReport report = this.collisions.of(this.releases.get(key));
            assertThat(report.collisions()).filteredOn((one) -> one.kind() == CollisionKind.NO_VOTE)
                .singleElement()
                .satisfies((one) -> assertThat(one.blocking()).isTrue())
                .extracting(Collision::reason)
                .asString()
                .contains("Change authority", "only 0 can", "is away until");
            assertThat(report.nextFree()).isAfter(back).isBefore(back.plus(Duration.ofDays(2)));
            assertThat(new Visitor(this.port).signIn("auditor").page("/releases/" + key + "/plan").text())
                .contains("must vote on the change");
            String other = this.driver.register("Submitted in holidays");
            assertThat(catchThrowableOfType(InvalidInputException.class, () -> completePlan(other)).problems())
                .extracting(InputProblem::field, InputProblem::code)
                .containsExactly(tuple("plannedStart", "release.plan.vote-shortage"));
        });
        assertThat(this.collisions.of(this.releases.get(key)).collisions()).extracting(Collision::kind)
            .doesNotContain(CollisionKind.NO_VOTE);
    }

    @Test
    void areMissedWhenTheChangeIsRequested() {
        String key = this.driver.register("Requested in holidays");
        completePlan(key);
        this.driver.approvePlan(key, "stakeholder");
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        String task = this.driver.await(key, "request-change").id();
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        assertThat(manager.page("/tasks/" + task).text()).doesNotContain("Votes that cannot be given");
        whileAway(start(key).plus(Duration.ofDays(1)), () -> {
            assertThat(manager.page("/tasks/" + task).text()).contains("Votes that cannot be given", "is away until");
            this.driver.requestChange(key);
            assertThat(this.collisions.of(this.releases.get(key)).collisions()).extracting(Collision::kind)
                .contains(CollisionKind.NO_VOTE);
        });
        this.driver.authoriseChange(key);
        whileAway(start(key).plus(Duration.ofDays(1)),
                () -> assertThat(this.collisions.of(this.releases.get(key)).collisions()).extracting(Collision::kind)
                    .doesNotContain(CollisionKind.NO_VOTE));
    }

    private void completePlan(String key) {
        this.driver.completePlan(key, ReleaseDriver.service(key), Duration.ofDays(3));
    }

    private Instant start(String key) {
        return Objects.requireNonNull(this.releases.get(key).plannedStart());
    }

    /** All change authorities are away, as nobody else's test is at the same time. */
    private void whileAway(Instant until, Runnable act) {
        LocalDateTime back = LocalDateTime.ofInstant(until, ZoneOffset.UTC);
        this.jdbc.sql("""
                insert into absences (person_id, from_at, until_at, reason, version)
                select distinct person_id, utc_timestamp() - interval 1 day, ?, 'Without votes', 0
                  from person_roles where role = 'change-authority'""").param(back).update();
        try {
            act.run();
        }
        finally {
            this.jdbc.sql("delete from absences where reason = 'Without votes'").update();
        }
    }

}
