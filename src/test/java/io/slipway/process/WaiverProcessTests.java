package io.slipway.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.permit.PermitRequest;
import io.slipway.permit.PermitStatus;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.test.EvidenceDriver;
import io.slipway.test.RecordedActions;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateVerdict;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Gates hold a package back until it is repaired or somebody else waives them, and a
 * waiver goes every way that its process knows.
 */
@SlipwayTest
class WaiverProcessTests extends PermitProcessTests {

    static final String KIND = GateManagement.WAIVER;

    private static final String APPROVE = "approve-waiver";

    private static final String MAJOR = "tests.failed.major";

    @Autowired
    EvidenceDriver pipeline;

    @Autowired
    GateManagement gates;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    RecordedActions recorded;

    WaiverProcessTests() {
        super(KIND, ".*Exception.*");
    }

    @Test
    @Shows({ "QualityGateDecision.comparison", "QualityGateDecision.threshold" })
    void gatesHoldAPackageBackUntilItIsRepaired() {
        String key = built("major", 2);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.driver.passTests(key))
            .withMessageContaining("validation.gates.stop");
        assertThat(testResults(key).met()).isFalse();
        assertThat(testResults(key).why()).contains("Major test failures: 2, at most 0 asked");
        this.pipeline.deliverTests(key, "minor", 1);
        this.driver.passTests(key);
        this.driver.await(key, "rehearse-rollback");
        assertThat(testResults(key).met()).isTrue();
        assertThat(this.recorded.of(key)).contains("evidence.delivered", "policy.decided", "tests.passed");
    }

    @Test
    void laterEvidenceOfTheSamePackageHoldsItBackAgain() {
        String key = built("minor", 1);
        this.driver.passTests(key);
        assertThat(testResults(key).met()).isTrue();
        this.pipeline.deliverTests(key, "critical", 1);
        assertThat(testResults(key).met()).isFalse();
    }

    @Test
    void isAskedForByThoseWhoCoordinateAndOnceAtATime() {
        String key = built("major", 1);
        for (String person : List.of("build-engineer", "service-owner", "administrator", "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> request(person, key, MAJOR));
        }
        refused(key, List.of("tests.failed.critical"), "facts");
        refused(key, List.of(), "facts");
        PermitRequest empty = new PermitRequest(KIND, key, List.of(MAJOR), " ", "", null);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.permits.request(empty)))
            .satisfies((refusal) -> assertThat(refusal.problems()).extracting(InputProblem::field)
                .containsExactly("justification", "followUp", "expiresAt"));
        request("test-manager", key, MAJOR);
        refused(key, List.of(MAJOR), "");
        this.acting.as("release-manager", () -> this.permits.takeBack(KIND, key));
        assertThat(status(key)).isEqualTo(PermitStatus.WITHDRAWN);
    }

    @Test
    void countsUntilItExpiresAndIsFollowedUp() {
        String key = built("major", 1);
        request("release-manager", key, MAJOR);
        assertThat(gate(key).verdict()).isEqualTo(GateVerdict.FAIL);
        this.driver.complete("service-owner", key, APPROVE, "approve", "reason", "Only vouchers are hit.");
        awaitStatus(key, PermitStatus.GRANTED);
        assertThat(gate(key).verdict()).isEqualTo(GateVerdict.WAIVED);
        assertThat(gate(key).waived().approvedBy()).isEqualTo("service-owner");
        this.driver.passTests(key);
        this.driver.await(key, "rehearse-rollback");
        assertThat(testResults(key).why()).startsWith("Open failures are waived");
        this.clock.advance(Duration.ofHours(50));
        assertThat(gate(key).verdict()).isEqualTo(GateVerdict.FAIL);
        assertThat(testResults(key).met()).isFalse();
        awaitStatus(key, PermitStatus.EXPIRED);
        this.driver.complete("test-manager", key, "confirm-follow-up", "confirm", "result", "Repaired in 1.4.1.");
        awaitStatus(key, PermitStatus.CLOSED);
        assertThat(this.recorded.of(key)).contains("waiver.requested", "waiver.approved", "waiver.granted",
                "waiver.expired", "waiver.followed-up");
    }

    @Test
    void isDecidedByNeitherItsAuthorNorTheBuilder() {
        String key = this.driver.register("Asked by all hats");
        this.driver.plan(key);
        String builder = this.somePerson.with(Role.BUILD_ENGINEER, Role.SERVICE_OWNER);
        String author = this.somePerson.with(Role.RELEASE_MANAGER, Role.SERVICE_OWNER);
        this.driver.deliverUnit(key);
        this.driver.complete(builder, key, "deliver-units", "deliver");
        this.pipeline.deliverTests(key, "major", 1);
        request(author, key, MAJOR);
        for (String person : List.of(builder, author)) {
            assertThatExceptionOfType(DutyConflictException.class)
                .isThrownBy(() -> this.driver.complete(person, key, APPROVE, "approve", "reason", "Because."));
        }
        assertThat(status(key)).isEqualTo(PermitStatus.REQUESTED);
    }

    @Test
    void isRefused() {
        String key = built("critical", 1);
        request("release-manager", key, "tests.failed.critical");
        this.driver.complete("service-owner", key, APPROVE, "reject", "reason", "Money is at stake.");
        awaitStatus(key, PermitStatus.REFUSED);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.driver.passTests(key));
    }

    @Test
    void endsWithItsRelease() {
        String key = built("major", 1);
        request("release-manager", key, MAJOR);
        this.driver.complete("service-owner", key, APPROVE, "approve", "reason", "Only vouchers are hit.");
        awaitStatus(key, PermitStatus.GRANTED);
        this.driver.cancel(key);
        this.driver.awaitStatus(key, ReleaseStatus.CANCELLED);
        awaitStatus(key, PermitStatus.EXPIRED);
        this.driver.complete("test-manager", key, "confirm-follow-up", "confirm", "result", "Not needed any more.");
        awaitStatus(key, PermitStatus.CLOSED);
    }

    private String built(String severity, int failures) {
        String key = this.driver.register("Judged by gates");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.pipeline.deliverTests(key, severity, failures);
        return key;
    }

    private void request(String person, String key, String fact) {
        this.acting.as(person, () -> this.permits.request(asked(key, List.of(fact))));
    }

    private void refused(String key, List<String> facts, String field) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.permits.request(asked(key, facts))))
            .satisfies((refusal) -> assertThat(refusal.field()).isEqualTo(field));
    }

    private PermitRequest asked(String key, List<String> facts) {
        Instant expiry = this.clock.instant().plus(Duration.ofHours(48));
        return new PermitRequest(KIND, key, facts, "Only vouchers are hit.", "Repaired in 1.4.1 next week.", expiry);
    }

    private Gate gate(String key) {
        return this.gates.of(this.releases.get(key))
            .gates()
            .stream()
            .filter((gate) -> gate.fact().equals(MAJOR))
            .findFirst()
            .orElseThrow();
    }

    private ChecklistFact testResults(String key) {
        ReleaseDetails release = this.releases.get(key);
        return this.releases.checklist(release)
            .stream()
            .filter((fact) -> fact.item() == ChecklistItem.TEST_RESULTS)
            .findFirst()
            .orElseThrow();
    }

}
