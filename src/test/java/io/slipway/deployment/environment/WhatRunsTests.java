package io.slipway.deployment.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Moment;
import io.slipway.deployment.DeploymentReadiness;
import io.slipway.deployment.Readiness.Condition;
import io.slipway.deployment.environment.WhatRuns.Told;
import io.slipway.identity.Act;
import io.slipway.identity.Acting;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs where follows from deployments, from what tools report and from rollbacks,
 * and what nobody can know is said to be in doubt.
 */
@SlipwayTest
class WhatRunsTests {

    private static final String DIGEST = "ab".repeat(32);

    @Autowired
    WhatRuns whatRuns;

    @Autowired
    Environments environments;

    @Autowired
    HoldManagement holds;

    @Autowired
    Drifts drifts;

    @Autowired
    BaselineManagement baselines;

    @Autowired
    PackageManagement packages;

    @Autowired
    DeploymentReadiness readiness;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private Instant now = Instant.EPOCH;

    private ReleaseDetails release;

    @BeforeEach
    void plan() {
        this.now = this.clock.stop();
        this.release = planned();
    }

    @Test
    void isUnknownThenInDoubtThenKnown() {
        assertThat(here()).isEmpty();
        does(() -> this.whatRuns.begin(this.release, new Act("deployment-manager", this.now)));
        assertThat(here()).singleElement().satisfies((one) -> {
            assertThat(one.known()).isFalse();
            assertThat(one.doubtRelease()).isEqualTo(this.release.key());
        });
        does(() -> this.whatRuns.deployed(this.release, 1, this.now, "deployment-manager"));
        assertThat(here()).singleElement().satisfies((one) -> {
            assertThat(one.factSource()).isEqualTo(RunningSource.RUN);
            assertThat(one.releaseKey()).isEqualTo(this.release.key());
            assertThat(one.attempt()).isOne();
            assertThat(one.doubtRelease()).isNull();
        });
    }

    @Test
    void isWhatWasThereBeforeAfterARollback() {
        ReleaseDetails next = sameService();
        does(() -> this.whatRuns.deployed(this.release, 1, this.now.minusSeconds(900), "deployment-manager"));
        does(() -> this.whatRuns.begin(next, new Act("deployment-manager", this.now)));
        assertThat(here().get(0).doubtRelease()).isEqualTo(next.key());
        does(() -> this.whatRuns.deployed(next, 1, this.now, "deployment-manager"));
        does(() -> this.whatRuns.rolledBack(next, this.now.plusSeconds(60), "deployment-manager"));
        assertThat(here()).singleElement().satisfies((one) -> {
            assertThat(one.factSource()).isEqualTo(RunningSource.ROLLBACK);
            assertThat(one.releaseKey()).isEqualTo(this.release.key());
        });
        does(() -> this.whatRuns.rolledBack(this.release, this.now.plusSeconds(120), "deployment-manager"));
        assertThat(here().get(0).known()).as("nothing of before is known").isFalse();
        assertThat(this.whatRuns.history(service(), this.release.environment(), "").rows()).hasSize(4);
    }

    @Test
    void isWhatAToolReportsUnlessThatIsOld() {
        does(() -> this.whatRuns.deployed(this.release, 1, this.now, "deployment-manager"));
        tell(this.now.minus(Duration.ofHours(1)), false);
        assertThat(here().get(0).factSource()).as("told late").isEqualTo(RunningSource.RUN);
        does(() -> this.whatRuns.begin(this.release, new Act("deployment-manager", this.now)));
        tell(this.now.plusSeconds(5), false);
        assertThat(here()).singleElement().satisfies((one) -> {
            assertThat(one.factSource()).isEqualTo(RunningSource.REPORT);
            assertThat(one.foreign()).as("another digest than that of the package").isTrue();
            assertThat(one.doubtRelease()).as("nobody verified it").isEqualTo(this.release.key());
        });
        does(() -> this.whatRuns.deployed(this.release, 2, this.now, "deployment-manager"));
        assertThat(here().get(0).attempt()).as("a person's word is on top, whenever it ended").isEqualTo(2);
        tell(this.now.plusSeconds(9), true);
        assertThat(here().get(0).releaseKey()).isNull();
    }

    @Test
    void isOneMatrix() {
        does(() -> this.whatRuns.deployed(this.release, 1, this.now, "deployment-manager"));
        String before = service().substring(0, service().length() - 1);
        RunningMatrix matrix = this.whatRuns.matrix(before);
        assertThat(matrix.rows().keySet()).first().isEqualTo(service());
        assertThat(matrix.rows().get(service())).containsOnlyKeys(this.release.environment());
        assertThat(matrix.environments()).contains(this.release.environment());
        assertThat(this.whatRuns.in(this.release.environment(), "").rows()).isNotEmpty();
    }

    @Test
    void letsNobodyInWhoIsNotReadyOrNotAlone() {
        String place = place("w");
        String key = this.driver.register("Place " + UUID.randomUUID());
        goesTo(key, place);
        assertThat(rules(key)).doesNotContain("environment-free", "environment-ready");
        this.acting.as("deployment-manager", () -> this.environments.register(place,
                new EnvironmentProfile(EnvironmentKind.LIVE, true, 3, "UTC", "", "", 7)));
        assertThat(unmet(key)).contains("environment-ready").doesNotContain("environment-free");
        this.acting.as("deployment-manager", () -> this.environments.confirmReady(place, "Disks looked at."));
        this.acting.as("test-manager", () -> this.holds.ask(place, "", "A load test."));
        assertThat(unmet(key)).contains("environment-free").doesNotContain("environment-ready");
        this.clock.advance(Duration.ofDays(8));
        assertThat(unmet(key)).contains("environment-free", "environment-ready");
    }

    @Test
    void letsInWhatWasVerifiedBeforeOnly() {
        String before = place("v");
        String place = place("p");
        this.acting.as("deployment-manager", () -> {
            this.environments.register(before,
                    new EnvironmentProfile(EnvironmentKind.PRE_LIVE, false, 1, "UTC", "", "", 0));
            this.environments.register(place,
                    new EnvironmentProfile(EnvironmentKind.LIVE, true, 2, "UTC", "", before, 0));
        });
        String key = this.release.key();
        goesTo(key, place);
        assertThat(unmet(key)).contains("environment-path");
        goesTo(key, before);
        assertThat(rules(key)).doesNotContain("environment-path");
        ReleaseDetails rehearsed = this.releases.get(key);
        does(() -> this.whatRuns.deployed(rehearsed, 1, this.now, "deployment-manager"));
        goesTo(key, place);
        String digest = this.packages.get(key).digest();
        verifiedDigest(key, "cd".repeat(32));
        assertThat(unmet(key)).as("another package was verified").contains("environment-path");
        verifiedDigest(key, digest);
        assertThat(rules(key)).contains("environment-path");
        assertThat(unmet(key)).doesNotContain("environment-path");
    }

    @Test
    void driftsFromWhatWasRecordedAfterTheLatestDeployment() {
        String place = place("d");
        String item = "i" + UUID.randomUUID().toString().substring(0, 12);
        this.acting.as("configuration-manager", () -> this.configuration.register(item,
                new ItemProfile("Name of " + item, ItemType.HOST, Criticality.LOW, "operations", "")));
        goesTo(this.release.key(), place);
        ReleaseDetails there = this.releases.get(this.release.key());
        assertThat(this.drifts.of(List.of(place))).isEmpty();
        does(() -> this.whatRuns.deployed(there, 1, this.now, "deployment-manager"));
        this.acting.as("deployment-manager",
                () -> this.baselines.take(there.key(), 1, Moment.AFTER, List.of(), List.of(item)));
        assertThat(this.drifts.of(List.of(place)).get(place)).extracting(Drift::items, Drift::changed)
            .containsExactly(1, 0);
        this.jdbc.sql("update configuration_items set owner = 'release-manager' where item_key = :key")
            .param("key", item)
            .update();
        assertThat(this.drifts.of(List.of(place)).get(place).changed()).isEqualTo(1);
    }

    private void verifiedDigest(String key, String digest) {
        this.jdbc.sql("update running_services set digest = :digest where release_key = :key")
            .param("digest", digest)
            .param("key", key)
            .update();
    }

    private String place(String letter) {
        String place = letter + UUID.randomUUID().toString().substring(0, 12);
        this.acting.as("configuration-manager", () -> this.configuration.register(place,
                new ItemProfile("Name of " + place, ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        return place;
    }

    private void goesTo(String key, String place) {
        this.jdbc.sql("update releases set environment = :place where release_key = :key")
            .param("place", place)
            .param("key", key)
            .update();
    }

    private List<String> rules(String key) {
        return this.readiness.of(key).conditions().stream().map(Condition::rule).toList();
    }

    private List<String> unmet(String key) {
        return this.readiness.of(key).unmet().stream().map(Condition::rule).toList();
    }

    private void tell(Instant at, boolean back) {
        does(() -> this.whatRuns.reported(this.release,
                new Told("https://ci.example.com", at, service(), null, "pkg:oci/app@7", DIGEST, back)));
    }

    private void does(Runnable act) {
        this.transaction.executeWithoutResult((status) -> act.run());
    }

    private List<RunningService> here() {
        return this.whatRuns.of(service());
    }

    private String service() {
        return this.release.services().get(0);
    }

    private ReleaseDetails planned() {
        String key = this.driver.register("Runs " + UUID.randomUUID());
        this.driver.completePlan(key);
        return this.releases.get(key);
    }

    private ReleaseDetails sameService() {
        String key = this.driver.register("Next " + UUID.randomUUID());
        this.driver.completePlan(key, service());
        return this.releases.get(key);
    }

}
