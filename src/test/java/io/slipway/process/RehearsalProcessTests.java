package io.slipway.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.RunningService;
import io.slipway.deployment.environment.RunningSource;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.deployment.rehearsal.Estimates;
import io.slipway.deployment.rehearsal.RehearsalManagement;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStatus;
import io.slipway.deployment.run.RunType;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.Wave;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.validation.ValidationManagement;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A plan is rehearsed by deployment managers, outside production, wave after wave; what
 * it took becomes a proposal, and what it proved counts where it was.
 */
@SlipwayTest
class RehearsalProcessTests {

    static final String PROCESS = "RehearseDeploymentProcess";

    private static final String KEEPER = "deployment-manager";

    @Autowired
    RehearsalManagement rehearsals;

    @Autowired
    Estimates estimates;

    @Autowired
    ValidationManagement validation;

    @Autowired
    RunManagement runs;

    @Autowired
    RunDriver driver;

    @Autowired
    ReleaseDriver releaseDriver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans plans;

    @Autowired
    Environments environments;

    @Autowired
    WhatRuns whatRuns;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    ProcessCoverage coverage;

    private String release = "";

    private String place = "";

    @BeforeEach
    void plan(TestInfo test) {
        this.coverage.note(getClass(), test.getDisplayName(), Set.of(PROCESS));
        this.release = this.releaseDriver.register("Rehearsed " + UUID.randomUUID());
        this.releaseDriver.completePlan(this.release);
        this.place = place(false);
    }

    @AfterEach
    void stop() {
        this.coverage.stop();
    }

    @Test
    void isBegunByDeploymentManagersWhereNobodyDependsOnIt() {
        refuses(": deployment.rehearsal.no-waves", this.place);
        planned(RunDriver.wave("w1", RunDriver.step("a", StepKind.MANUAL)));
        for (String person : List.of("release-manager", "operations", "auditor", "administrator")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.rehearsals.begin(this.release, this.place)));
        }
        String production = place(true);
        refuses("environment: deployment.rehearsal.environment.production", production);
        refuses("environment: deployment.rehearsal.environment.unknown", "nowhere");
        refuses("environment: deployment.rehearsal.environment.missing", "");
        long run = begin();
        assertThat(this.runs.head(run).runType()).isEqualTo(RunType.REHEARSAL);
        refuses(": deployment.rehearsal.under-way", this.place);
    }

    @Test
    void runsWaveAfterWaveAndKeepsWhatItTook() {
        planned(RunDriver.wave("w1", RunDriver.step("a", StepKind.MANUAL)),
                RunDriver.wave("w2", RunDriver.step("b", StepKind.MANUAL)));
        this.clock.stop();
        long run = begin();
        this.driver.done(this.release, "a");
        this.clock.advance(Duration.ofMinutes(31));
        this.driver.done(this.release, "b");
        this.driver.act(this.release, "take-step-back", "Step b", "done", "reason", "It is as before.");
        this.clock.advance(Duration.ofMinutes(7));
        this.driver.act(this.release, "take-step-back", "Step a", "done", "reason", "It is as before.");
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !this.runs.head(run).running());
        assertThat(this.runs.head(run).state()).isEqualTo(RunStatus.DONE);
        String service = this.releases.get(this.release).services().get(0);
        assertThat(this.whatRuns.history(service, this.place, "").rows()).as("rehearsed, and taken back")
            .extracting(RunningService::factSource, RunningService::releaseKey)
            .contains(tuple(RunningSource.REHEARSAL, this.release), tuple(RunningSource.UNKNOWN, null));
        assertThat(this.whatRuns.in(this.place, "").rows()).extracting(RunningService::releaseKey).containsOnlyNulls();
        assertThat(this.whatRuns.verified(this.place, this.release, "")).as("it was there").isPresent();
        assertThat(this.validation.newestRehearsal(this.releases.get(this.release))).hasValueSatisfying((proof) -> {
            assertThat(proof.rehearsal().succeeded()).isTrue();
            assertThat(proof.rehearsal().durationMinutes()).isGreaterThanOrEqualTo(7);
            assertThat(proof.rehearsal().notes()).contains(this.place, "2 steps");
        });
        Plan plan = this.plans.of(this.releases.get(this.release)).plan();
        this.jdbc.sql("""
                update run_steps set started_at = date_sub(ended_at, interval 31 minute)
                 where run_id = :run and step = 'b'""").param("run", run).update();
        assertThat(this.estimates.of(this.release, plan.deployment().waves()))
            .filteredOn((one) -> one.step().equals("b"))
            .singleElement()
            .satisfies((one) -> {
                assertThat(one.planned()).isEqualTo(10);
                assertThat(one.least()).isEqualTo(31);
                assertThat(one.optimistic()).isTrue();
            });
        Awaitility.await()
            .untilAsserted(() -> assertThat(
                    this.coverage.missed(Map.of(PROCESS, Objects.requireNonNull(ModelFiles.all().get(PROCESS)))))
                .isEmpty());
    }

    private long begin() {
        return this.acting.as(KEEPER, () -> this.rehearsals.begin(this.release, this.place));
    }

    private void refuses(String problem, String environment) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(KEEPER, () -> this.rehearsals.begin(this.release, environment)))
            .withMessage(problem);
    }

    private void planned(Wave... waves) {
        Plan plan = this.plans.of(this.releases.get(this.release))
            .plan()
            .withDeployment(new Plan.Deployment(List.of(waves), null));
        this.jdbc
            .sql("update plans set plan = :plan where release_id = (select id from releases where release_key = :key)")
            .param("plan", PlanYaml.write(plan))
            .param("key", this.release)
            .update();
    }

    private String place(boolean production) {
        String key = "r" + UUID.randomUUID().toString().substring(0, 12);
        this.acting.as("configuration-manager", () -> this.configuration.register(key,
                new ItemProfile("Name of " + key, ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        this.acting.as(KEEPER, () -> this.environments.register(key,
                new EnvironmentProfile(EnvironmentKind.PRE_LIVE, production, 1, "UTC", "", "", 0)));
        return key;
    }

}
