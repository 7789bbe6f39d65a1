package io.slipway.permit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.slipway.identity.Acting;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.Workflow;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs by the two models that the process of permits replaced finishes by them, with
 * the steps and delegates that permits have now.
 */
@SlipwayTest
class FormerPermitsTests {

    @Autowired
    PermitManagement permits;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    Workflow workflow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void deploy() {
        this.repositoryService.createDeployment()
            .name("former models")
            .enableDuplicateFiltering(false)
            .addClasspathResource("models/FreezeExceptionProcess.bpmn")
            .addClasspathResource("models/QualityWaiverProcess.bpmn")
            .deploy();
    }

    @Test
    void anExceptionIsApprovedTakenBackAndReviewed() {
        String key = started(PermitModel.FREEZE_EXCEPTION, "exception", Duration.ofDays(1));
        this.driver.complete("change-authority", key, "approve-freeze-exception", "approve");
        this.driver.complete("service-owner", key, "approve-freeze-exception", "approve");
        await(PermitModel.FREEZE_EXCEPTION, key, PermitStatus.GRANTED);
        this.acting.as("release-manager", () -> this.permits.takeBack("freeze-exception", key));
        await(PermitModel.FREEZE_EXCEPTION, key, PermitStatus.EXPIRED);
        this.driver.complete("service-owner", key, "review-freeze-exception", "reviewed", "worth", "yes", "result",
                "Ask earlier.");
        await(PermitModel.FREEZE_EXCEPTION, key, PermitStatus.CLOSED);
    }

    @Test
    void aWaiverIsApprovedExpiresAndIsFollowedUp() {
        String key = started(PermitModel.WAIVER, "waiver", Duration.ZERO);
        this.driver.complete("service-owner", key, "approve-waiver", "approve", "reason", "Only vouchers are hit.");
        await(PermitModel.WAIVER, key, PermitStatus.EXPIRED);
        this.driver.complete("test-manager", key, "confirm-follow-up", "confirm", "result", "Repaired.");
        await(PermitModel.WAIVER, key, PermitStatus.CLOSED);
        assertThat(this.permits.newest("waiver", key)).hasValueSatisfying((done) -> {
            assertThat(done.decidedBy()).isEqualTo("service-owner");
            assertThat(done.result()).isEqualTo("Repaired.");
        });
    }

    @Test
    void aRejectionRefuses() {
        String key = started(PermitModel.WAIVER, "waiver", Duration.ofDays(1));
        started(key, PermitModel.FREEZE_EXCEPTION, "exception", Duration.ofDays(1));
        this.driver.complete("service-owner", key, "approve-waiver", "reject", "reason", "Money is at stake.");
        await(PermitModel.WAIVER, key, PermitStatus.REFUSED);
        this.driver.complete("service-owner", key, "approve-freeze-exception", "reject", "reason", "It can wait.");
        await(PermitModel.FREEZE_EXCEPTION, key, PermitStatus.REFUSED);
    }

    private String started(PermitModel model, String prefix, Duration from) {
        return started(this.driver.register("Began before permits"), model, prefix, from);
    }

    /** A permit as the migration left it, and its instance as it was started. */
    private String started(String key, PermitModel model, String prefix, Duration from) {
        Instant expiry = this.clock.instant().plus(from);
        this.jdbc.sql("""
                insert into permits (version, kind, model, release_key, release_name, package_digest, reason, follow_up,
                    expires_at, status, requested_by, requested_at)
                values (0, :kind, :model, :key, 'Began before', '', 'Because.', '', :expiry, 'REQUESTED',
                    'release-manager', :expiry)""")
            .param("kind", model.kind())
            .param("model", model.name())
            .param("key", key)
            .param("expiry", expiry)
            .update();
        Map<String, Object> variables = new HashMap<>(
                Map.of("releaseName", "Began before", "priority", 50, "phase", "PLAN", "seats",
                        "1:change-authority,2:service-owner", prefix + "Rejected", false, prefix + "Granted", false));
        variables.put(prefix + "ExpiresAt", expiry.toString());
        this.acting.as("release-manager", () -> this.workflow.start(model.process(), key, variables));
        return key;
    }

    private void await(PermitModel model, String key, PermitStatus status) {
        Awaitility.await(key + " becomes " + status)
            .until(() -> this.permits.newest(model.kind(), key).orElseThrow().status(), status::equals);
    }

}
