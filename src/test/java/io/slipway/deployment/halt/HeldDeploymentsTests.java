package io.slipway.deployment.halt;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.review.Deviation;
import io.slipway.review.OutcomeManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.operation.ReleaseSuspension;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Stopping the line holds what runs at its next step, and releasing it lets that go on,
 * exactly once.
 */
@SlipwayTest
class HeldDeploymentsTests {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    HeldDeployments held;

    @Autowired
    HaltManagement halts;

    @Autowired
    StopManagement line;

    @Autowired
    WorkItems workItems;

    @Autowired
    RecordedActions actions;

    @Autowired
    Acting acting;

    @Autowired
    ReleaseSuspension suspension;

    @Autowired
    OutcomeManagement outcomes;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    MutableClock clock;

    @LocalServerPort
    int port;

    @Test
    void goOnExactlyOnceHoweverManyNodesSayTheLineIsReleased() {
        String key = started("Held and released");
        this.acting.as("release-manager", () -> this.suspension.suspend(key, "The auditors are here."));
        this.clock.advance(Duration.ofHours(3).plusMinutes(5));
        this.acting.as("release-manager", () -> this.suspension.resume(key, "They have left."));
        stop();
        try {
            this.driver.deployPackage(key);
            WorkItem waiting = this.driver.await(key, "hold-deployment");
            this.held.goOn();
            tells(key, waiting);
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        IntStream.range(0, 4)
            .mapToObj((node) -> CompletableFuture.runAsync(this.held::goOn))
            .toList()
            .forEach(CompletableFuture::join);
        this.driver.await(key, "verify-deployment");
        assertThat(this.workItems.openOf(key)).extracting(WorkItem::form)
            .containsExactly("deployment/verify-deployment");
        assertThat(this.halts.of(key)).singleElement().extracting(Halt::ended).isEqualTo("WENT_ON");
        assertThat(this.halts.now(key)).isNull();
        assertThat(this.actions.of(key)).filteredOn("deployment.held"::equals).hasSize(1);
        assertThat(this.actions.of(key)).filteredOn("deployment.went-on"::equals).hasSize(1);
        this.driver.verifyDeployment(key);
        this.driver.await(key, "watch-release");
        assertThat(this.outcomes.deviations(this.releases.get(key)))
            .filteredOn((one) -> one.kind() == Deviation.Kind.HELD)
            .extracting(Deviation::reason)
            .satisfiesExactly(
                    (held) -> assertThat(held).contains(" at a stopped line, from ")
                        .endsWith("The network is unsteady."),
                    (held) -> assertThat(held).startsWith("3 hours suspended").endsWith("The auditors are here."));
    }

    @Test
    void areNotDeclaredLiveWhileTheLineIsStopped() {
        String key = started("Verified too soon");
        this.driver.deployPackage(key);
        this.driver.await(key, "verify-deployment");
        stop();
        try {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.driver.verifyDeployment(key))
                .satisfies((refusal) -> assertThat(refusal.arguments()[0].toString())
                    .contains("The network is unsteady."));
            this.driver.failVerification(key);
            this.driver.decideRollback(key);
            this.driver.rollBackRelease(key);
        }
        finally {
            this.acting.as("release-manager", () -> this.line.release("It is steady again."));
        }
        assertThat(this.halts.of(key)).isEmpty();
    }

    private void tells(String key, WorkItem waiting) {
        assertThat(this.workItems.openOf(key)).extracting(WorkItem::id).containsExactly(waiting.id());
        Visitor deployer = new Visitor(this.port).signIn("deployment-manager");
        for (String page : List.of("/tasks/" + waiting.id(), "/releases/" + key)) {
            assertThat(deployer.get(page).body()).as(page)
                .contains("stopped the line")
                .contains("The network is unsteady.");
        }
        assertThat(deployer.get("/releases/" + key + "/deployment").body()).contains("Held while the line was stopped");
    }

    private String started(String name) {
        String key = this.driver.register(name);
        this.driver.prepare(key);
        this.driver.announce(key);
        this.driver.decideGo(key);
        this.driver.confirmBackups(key);
        this.driver.startDeployment(key);
        return key;
    }

    private void stop() {
        this.acting.as("operations", () -> this.line.stop("The network is unsteady."));
    }

}
