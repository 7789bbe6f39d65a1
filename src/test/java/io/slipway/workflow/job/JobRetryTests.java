package io.slipway.workflow.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.test.FailOnDemandDelegate;
import io.slipway.test.FailingJobs;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.AtOnce;
import io.slipway.workflow.ReleaseSuspendedException;
import io.slipway.workflow.operation.OperationConflictException;
import io.slipway.workflow.operation.ReleaseSuspension;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A failed job is shown with what went wrong, and tried again by those who may.
 */
@SlipwayTest
class JobRetryTests {

    private static final String MANAGER = "release-manager";

    @Autowired
    FailingJobs failing;

    @Autowired
    Jobs jobs;

    @Autowired
    JobRetry retry;

    @Autowired
    ReleaseSuspension suspension;

    @Autowired
    Acting acting;

    @Autowired
    RecordedActions actions;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isForThoseWhoRunReleasesAndAdministrators() {
        JobSummary job = failed("JOB-WHO");
        for (String person : List.of("auditor", "operations", "stakeholder", "build-engineer")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> retry(job, null)));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(MANAGER, () -> this.jobs.stackTrace(job.id())));
        assertThat(find("JOB-WHO").state()).isEqualTo(JobState.FAILED);
        this.acting.as("deployment-manager", () -> retry(job, null));
        JobSummary other = failed("JOB-WHO-2");
        this.acting.as("administrator", () -> retry(other, null));
        String trace = this.acting.as("administrator", () -> this.jobs.stackTrace(other.id()));
        assertThat(trace).contains("FailOnDemandDelegate.execute");
    }

    @Test
    void showsWhereAndWhyItFailed() {
        JobSummary job = failed("JOB-SHOW");
        assertThat(job.name()).isEqualTo("Do work");
        assertThat(job.element()).isEqualTo("Task_Work");
        assertThat(Objects.requireNonNull(job.model()).process()).isEqualTo("FailProcess");
        assertThat(job.message()).isEqualTo(FailOnDemandDelegate.MESSAGE);
        assertThat(job.retries()).isZero();
        assertThat(job.failedAt()).isBetween(this.clock.instant().minusSeconds(60), this.clock.instant());
        assertThat(job.suspended()).isFalse();
        assertThat(this.jobs.get(job.id()).attempts()).filteredOn(JobAttempt::failed)
            .hasSize(3)
            .allSatisfy((attempt) -> assertThat(attempt.message()).isEqualTo(FailOnDemandDelegate.MESSAGE));
        assertThat(this.jobs.counts().failed()).isPositive();
        assertThat(this.jobs.list(filter("JOB-SHOW"), "").rows()).hasSize(1);
        assertThat(this.jobs.list(new JobFilter(JobState.FAILED, "FailProcess", "Task_Work", "JOB-SHOW"), "").rows())
            .hasSize(1);
        assertThat(this.jobs.list(new JobFilter(JobState.FAILED, "FailProcess", "Task_After", ""), "").rows())
            .isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.jobs.get("no-such-job"));
    }

    @Test
    void goesOnOnceItsCauseIsMended() {
        JobSummary job = failed("JOB-MEND");
        this.failing.mend("JOB-MEND");
        this.acting.as(MANAGER, () -> retry(job, null));
        this.failing.item("JOB-MEND", "Task_After");
        assertThat(this.jobs.find(job.id())).isEmpty();
        assertThat(this.actions.of("JOB-MEND")).contains("job.retried");
        assertThat(this.jdbc
            .sql("select concat_ws(' ', actor, role, reason, new_values) from audit_entries where release_key = ? "
                    + "and action = 'job.retried'")
            .param("JOB-MEND")
            .query(String.class)
            .single()).startsWith("release-manager release-manager The vault is back.").contains("Task_Work");
    }

    @Test
    void isTriedOnceAndIsBackAmongTheFailedOnes() {
        JobSummary job = failed("JOB-AGAIN");
        this.acting.as(MANAGER, () -> retry(job, null));
        Awaitility.await().until(() -> find("JOB-AGAIN").retries() == 0);
        assertThat(this.jobs.get(job.id()).attempts()).filteredOn(JobAttempt::failed).hasSize(4);
    }

    @Test
    void waitsForTheTimeThatWasChosen() {
        JobSummary job = failed("JOB-TIME");
        Instant now = this.clock.instant();
        for (Instant at : List.of(now.minusSeconds(60), now.plus(Duration.ofDays(31)))) {
            assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> this.acting.as(MANAGER, () -> retry(job, at)))
                .satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("at"));
        }
        this.failing.mend("JOB-TIME");
        this.acting.as(MANAGER, () -> retry(job, now.plus(Duration.ofHours(2))));
        assertThat(find("JOB-TIME").state()).isEqualTo(JobState.RETRYING);
        assertThat(this.jobs.list(new JobFilter(JobState.RETRYING, "", "", "JOB-TIME"), "").rows()).hasSize(1);
        this.clock.advance(Duration.ofHours(3));
        this.failing.item("JOB-TIME", "Task_After");
    }

    @Test
    void needsAReasonAndAJobThatHasFailed() {
        JobSummary job = failed("JOB-WHY");
        for (String reason : List.of("", "  ", "x".repeat(1001))) {
            assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> this.acting.as(MANAGER, () -> this.retry.retry(job.id(), job.revision(), null, reason)))
                .satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("reason"));
        }
        conflict("operation.retry.gone",
                () -> this.acting.as(MANAGER, () -> this.retry.retry("no-such-job", 1, null, "Why")));
        conflict("operation.retry.changed",
                () -> this.acting.as(MANAGER, () -> this.retry.retry(job.id(), job.revision() - 1, null, "Why")));
    }

    @Test
    void isRefusedWhileTheReleaseIsSuspended() {
        JobSummary job = failed("JOB-HELD");
        this.acting.as(MANAGER, () -> this.suspension.suspend("JOB-HELD", "Wait for the network."));
        assertThat(find("JOB-HELD").suspended()).isTrue();
        JobSummary held = find("JOB-HELD");
        assertThatExceptionOfType(ReleaseSuspendedException.class)
            .isThrownBy(() -> this.acting.as(MANAGER, () -> retry(held, null)))
            .satisfies((refusal) -> assertThat(refusal.suspension().reason()).isEqualTo("Wait for the network."));
        assertThat(held.id()).isEqualTo(job.id());
    }

    @Test
    void letsOneOfTwoWinAndTellsTheOther() throws Exception {
        JobSummary job = failed("JOB-RACE");
        Instant later = this.clock.instant().plus(Duration.ofHours(5));
        try (AtOnce both = new AtOnce()) {
            Runnable press = () -> this.acting.as(MANAGER, () -> retry(job, later));
            List<@Nullable Throwable> errors = both.run(List.of(press, press));
            assertThat(errors).filteredOn(Objects::isNull).hasSize(1);
            assertThat(errors).filteredOn(Objects::nonNull)
                .singleElement()
                .isInstanceOf(OperationConflictException.class);
        }
        assertThat(this.actions.of("JOB-RACE")).filteredOn("job.retried"::equals).hasSize(1);
    }

    @Test
    void tellsHowTheEngineKeepsUp(@Autowired EngineNodes nodes) {
        nodes.note();
        EngineHealth health = this.jobs.health();
        assertThat(health.active()).isTrue();
        assertThat(health.nodes()).anySatisfy((node) -> {
            assertThat(node.here()).isTrue();
            assertThat(node.active()).isTrue();
            assertThat(node.silent()).isFalse();
            assertThat(node.host()).isNotBlank();
        });
        this.clock.advance(Duration.ofMinutes(5));
        assertThat(this.jobs.health().nodes()).filteredOn(EngineNode::here)
            .allSatisfy((node) -> assertThat(node.silent()).isTrue());
    }

    private static void conflict(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(OperationConflictException.class).isThrownBy(act)
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void retry(JobSummary job, @Nullable Instant at) {
        this.retry.retry(job.id(), job.revision(), at, "The vault is back.");
    }

    private JobSummary failed(String key) {
        this.failing.failed(key);
        return find(key);
    }

    private JobSummary find(String key) {
        return this.jobs.find(this.failing.jobs(key).get(0).getId()).orElseThrow();
    }

    private static JobFilter filter(String key) {
        return new JobFilter(JobState.FAILED, "", "", key);
    }

}
