package io.slipway.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitRequest;
import io.slipway.permit.PermitStatus;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseStatus;
import io.slipway.schedule.DeploymentSlot;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An exception from a freeze goes every way that its process knows.
 */
@SlipwayTest
class FreezeExceptionProcessTests extends PermitProcessTests {

    static final String KIND = ScheduleManagement.EXCEPTION;

    private static final String APPROVE = "approve-freeze-exception";

    private static final String REVIEW = "review-freeze-exception";

    private final String service = "Frozen " + UUID.randomUUID();

    @Autowired
    PeriodManagement periods;

    @Autowired
    ScheduleManagement schedule;

    @Autowired
    WorkItems workItems;

    FreezeExceptionProcessTests() {
        super(KIND, ".*(Waiver|FollowUp).*");
    }

    @Test
    void isRequestedByReleaseManagersOnlyAndOnceAtATime() {
        String key = this.driver.register("Tries to pass");
        long freeze = freeze();
        for (String person : List.of("deployment-manager", "change-authority", "service-owner", "administrator")) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> request(person, key, freeze));
        }
        request("release-manager", key, freeze);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> request("release-manager", key, freeze));
        this.acting.as("release-manager", () -> this.permits.takeBack(KIND, key));
        assertThat(status(key)).isEqualTo(PermitStatus.WITHDRAWN);
        awaitNoTask(key, APPROVE);
    }

    @Test
    void countsFromTheSecondApprovalUntilItExpiresAndIsReviewed() {
        String key = this.driver.register("Passes the freeze");
        long freeze = freeze();
        assertThat(allowed(key)).isFalse();
        request("release-manager", key, freeze);
        this.driver.complete("change-authority", key, APPROVE, "approve");
        assertThat(allowed(key)).isFalse();
        this.driver.complete("service-owner", key, APPROVE, "approve");
        awaitStatus(key, PermitStatus.GRANTED);
        assertThat(allowed(key)).isTrue();
        this.clock.advance(Duration.ofHours(30));
        assertThat(allowed(key)).isFalse();
        awaitStatus(key, PermitStatus.EXPIRED);
        this.driver.complete("service-owner", key, REVIEW, "reviewed", "worth", "yes", "result", "Plan earlier.");
        assertThat(this.permits.newest(KIND, key)).hasValueSatisfying((done) -> {
            assertThat(done.status()).isEqualTo(PermitStatus.CLOSED);
            assertThat(done.worth()).isTrue();
            assertThat(done.votes()).extracting((vote) -> vote.person())
                .containsExactlyInAnyOrder("change-authority", "service-owner");
        });
        assertThat(this.permits.on(KIND, Long.toString(freeze))).extracting(PermitDetails::releaseKey)
            .containsExactly(key);
    }

    @Test
    void isApprovedByTwoPeopleWhoDidNotRequestIt() {
        String everything = this.somePerson.with(Role.RELEASE_MANAGER, Role.CHANGE_AUTHORITY, Role.SERVICE_OWNER);
        String both = this.somePerson.with(Role.CHANGE_AUTHORITY, Role.SERVICE_OWNER);
        String key = this.driver.register("Asked by all hats");
        request(everything, key, freeze());
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> this.driver.complete(everything, key, APPROVE, "approve"))
            .withMessageContaining("Who requests an exception from a freeze does not approve it.");
        this.driver.complete(both, key, APPROVE, "approve");
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> this.driver.complete(both, key, APPROVE, "approve"))
            .withMessageContaining("Nobody counts twice");
        assertThat(status(key)).isEqualTo(PermitStatus.REQUESTED);
    }

    @Test
    void isRefusedByOneRejection() {
        String key = this.driver.register("Is refused");
        request("release-manager", key, freeze());
        this.driver.complete("service-owner", key, APPROVE, "reject", "reason", "It can wait.");
        awaitStatus(key, PermitStatus.REFUSED);
        awaitNoTask(key, APPROVE);
        assertThat(allowed(key)).isFalse();
        awaitNoTask(key, REVIEW);
    }

    @Test
    void endsWithItsReleaseAndIsReviewedIfItWasGranted() {
        String key = this.driver.register("Is cancelled");
        request("release-manager", key, freeze());
        this.driver.complete("service-owner", key, APPROVE, "approve");
        this.driver.complete("change-authority", key, APPROVE, "approve");
        awaitStatus(key, PermitStatus.GRANTED);
        this.driver.cancel(key);
        this.driver.awaitStatus(key, ReleaseStatus.CANCELLED);
        awaitStatus(key, PermitStatus.EXPIRED);
        assertThat(allowed(key)).isFalse();
        this.driver.complete("service-owner", key, REVIEW, "reviewed", "worth", "no", "result", "Ask later.");
        assertThat(status(key)).isEqualTo(PermitStatus.CLOSED);
    }

    private void request(String person, String key, long freeze) {
        Instant expiry = this.clock.instant().plus(Duration.ofHours(28));
        this.acting.as(person, () -> this.permits.request(
                new PermitRequest(KIND, key, List.of(Long.toString(freeze)), "The law begins to apply.", "", expiry)));
    }

    private long freeze() {
        LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        PeriodScope scope = new PeriodScope(List.of(this.service), List.of(), List.of());
        return this.acting.as("change-authority",
                () -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Test of exceptions", "Because.",
                        "change-authority", scope, "UTC", now, now.plusDays(9), "", null, List.of())));
    }

    /** Whether a deployment of an hour, two hours from now, is allowed. */
    private boolean allowed(String key) {
        Instant start = this.clock.instant().plus(Duration.ofHours(2));
        return this.schedule
            .judge(new DeploymentSlot(key, ReleaseType.MINOR, List.of(this.service), "production", start,
                    start.plus(Duration.ofHours(1))), false, true)
            .allowed();
    }

    private void awaitNoTask(String key, String step) {
        Awaitility.await("no " + step + " for " + key)
            .until(() -> this.workItems.openOf(key).stream().map(WorkItem::form).noneMatch(("permit/" + step)::equals));
    }

}
