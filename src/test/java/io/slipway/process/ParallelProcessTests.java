package io.slipway.process;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.deployment.parallel.BreakFinding;
import io.slipway.deployment.parallel.CutOverManagement;
import io.slipway.deployment.parallel.ReconciliationManagement;
import io.slipway.deployment.parallel.SystemTotals;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.DeploymentModel;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.WaveDriver;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;

import static io.slipway.test.WaveDriver.step;
import static io.slipway.test.WaveDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An old and a new system run side by side, in every way that the model knows.
 */
@SlipwayTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParallelProcessTests {

    static final Set<String> PROCESSES = Set.of("RunParallelProcess");

    @Autowired
    ReleaseDriver driver;

    @Autowired
    RunDriver run;

    @Autowired
    WaveDriver waves;

    @Autowired
    ReconciliationManagement reconciliation;

    @Autowired
    CutOverManagement cutOvers;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    ProcessCoverage coverage;

    @BeforeEach
    void note(TestInfo test) {
        this.coverage.note(getClass(), test.getDisplayName(), PROCESSES);
    }

    @AfterEach
    void stop() {
        this.coverage.stop();
    }

    @Test
    void parallelWithABreakCutOverAndCutBack() {
        String key = this.waves.start("Parallel", DeploymentModel.PARALLEL,
                wave("up", step("u", "Stop the new system")),
                wave("over", step("o", "Point everybody to the old system")));
        long live = this.waves.live(key);
        this.run.done(key, "u");
        this.driver.await(key, "reconcile-systems");
        assertThatThrownBy(() -> this.waves.compare(key, "1204.50", "1204.40"))
            .isInstanceOf(InvalidInputException.class);
        this.waves.compare(key, "1204.50", "1204.40", "totals[0].owner", "operations", "totals[0].cause", "TIMING");
        this.clock.advance(Duration.ofHours(1).plusMinutes(1));
        Awaitility.await().until(() -> this.reconciliation.cycles(live).size() == 2);
        this.acting.as("build-engineer", () -> this.reconciliation.push(key, List.of(new SystemTotals("Payments",
                "North", new BigDecimal("10"), new BigDecimal("10.00"), BreakFinding.NONE))));
        this.waves.act(key, "reconcile-systems", "reconciled");
        this.waves.cutOver(key, "another-cycle");
        this.clock.advance(Duration.ofHours(1).plusMinutes(1));
        Awaitility.await().until(() -> this.reconciliation.cycles(live).size() == 3);
        this.waves.compare(key, "7", "7");
        this.waves.cutOver(key, "cut-over");
        this.run.done(key, "o");
        this.driver.await(key, "watch-cut-over");
        this.waves.act(key, "watch-cut-over", "cut-back", "reason", "Customers see others' orders.", "written",
                "412 orders.");
        this.waves.takeBack(key, "o");
        this.driver.await(key, "decide-on-failure");
        assertThat(this.cutOvers.of(live).orElseThrow()).satisfies((cutOver) -> {
            assertThat(cutOver.cutBackAt()).isNotNull();
            assertThat(cutOver.writtenSince()).isEqualTo("412 orders.");
        });
    }

    @Test
    void parallelUntilTheOldSystemIsRetired() {
        String key = this.waves.start("Parallel to the end", DeploymentModel.PARALLEL, wave("up", step("u", null)),
                wave("over", step("o", null)));
        this.waves.fail(key, "u", "fail-wave");
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.run.done(key, "u");
        this.waves.compare(key, "7", "7");
        this.waves.cutOver(key, "cut-over");
        this.waves.fail(key, "o", "fail-wave");
        this.waves.takeBack(key, "o");
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        // The new system still runs beside: only the comparison is done again.
        this.waves.compare(key, "8", "8");
        this.waves.cutOver(key, "give-up");
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.waves.compare(key, "9", "9");
        this.waves.cutOver(key, "cut-over");
        this.run.done(key, "o");
        this.driver.await(key, "watch-cut-over");
        this.clock.advance(Duration.ofHours(4).plusMinutes(1));
        this.waves.act(key, "retire-legacy", "retired", "proof", "No request for a month; the dump is kept a year.");
        this.driver.await(key, "verify-deployment");
        assertThat(this.cutOvers.of(this.waves.live(key)).orElseThrow().retiredAt()).isNotNull();
        assertThatThrownBy(() -> this.cutOvers.cutBack(key, this.waves.live(key), "Too late.", "All."))
            .isInstanceOf(InvalidInputException.class);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void missesNoElementOfTheModel() {
        Map<String, BpmnModelInstance> models = new HashMap<>(ModelFiles.all());
        models.keySet().retainAll(PROCESSES);
        Awaitility.await().untilAsserted(() -> assertThat(this.coverage.missed(models)).isEmpty());
    }

}
