package io.slipway.validation;

import java.time.Instant;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A verdict on tests and a rehearsal are told in full, whoever tells them.
 */
@SlipwayTest
class ValidationManagementTests {

    @Autowired
    ValidationManagement validation;

    @Autowired
    ValidationStore store;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private String key = "";

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void registersARelease() {
        this.key = this.driver.register("Validation " + UUID.randomUUID());
        this.now = this.clock.stop();
    }

    @Test
    void judgesNoTestsThatAreNotToldOf() {
        refuses("critical: ui.number, report: validation.report.missing, summary: validation.summary.missing",
                () -> this.validation.pass(this.key, new TestResults(-1, 0, 9999, " ", "")));
        refuses("major: ui.number, minor: ui.number, report: validation.report.invalid, "
                + "summary: ui.too-long, reason: validation.reason.missing",
                () -> this.validation.fail(this.key,
                        new TestResults(0, 10_000, -1, "ftp://reports.example.com", "s".repeat(4001)), " "));
        refuses("report: ui.too-long, reason: ui.too-long", () -> this.validation.fail(this.key,
                new TestResults(0, 0, 0, "https://" + "r".repeat(493), "Smoke."), "r".repeat(2001)));
        assertThat(this.validation.ofRelease(this.releases.get(this.key)).assessments()).isEmpty();
        act(() -> this.validation.fail(this.key, new TestResults(1, 0, 0, "https://ci.example.com/1", " Smoke. "),
                "A refund failed."));
        AssessmentDetails kept = this.validation.newestAssessment(this.releases.get(this.key)).orElseThrow();
        assertThat(kept.results()).isEqualTo(new TestResults(1, 0, 0, "https://ci.example.com/1", "Smoke."));
    }

    @Test
    void recordsRehearsalsThatWereAndTookTime() {
        refuses("rehearsedAt: validation.rehearsedAt.missing, durationMinutes: ui.number, notes: validation.notes.missing",
                () -> this.validation.recordRehearsal(this.key, new Rehearsal(false, null, 0, "")));
        refuses("rehearsedAt: validation.rehearsedAt.future, durationMinutes: ui.number, notes: ui.too-long",
                () -> this.validation.recordRehearsal(this.key,
                        new Rehearsal(true, this.now.plusSeconds(1), 10_001, "n".repeat(4001))));
        Rehearsal rehearsal = new Rehearsal(true, this.now, 10_000, "");
        act(() -> this.validation.recordRehearsal(this.key, rehearsal));
        assertThat(this.validation.newestRehearsal(this.releases.get(this.key)).orElseThrow().rehearsal())
            .isEqualTo(rehearsal);
    }

    @Test
    void passesNothingWithOpenMajorFailures() {
        refuses("major: validation.failures.open", () -> this.validation.pass(this.key,
                new TestResults(0, 1, 0, "https://tests.example.com/1", "All ran")));
    }

    @Test
    void countsForThePackageThatWasJudgedAndForNoOther() {
        PackageMark judged = new PackageMark("a".repeat(64), true);
        TestResults clean = new TestResults(0, 0, 3, "https://tests.example.com/1", "All ran");
        this.store.keep(this.key, judged,
                new AssessmentDetails(clean, TestVerdict.PASSED, null, "tom", this.now, true));
        this.store.keep(this.key, judged,
                new RehearsalDetails(new Rehearsal(true, this.now, 5, ""), "dan", this.now, true));
        assertThat(this.store.newestAssessment(this.key, judged)).get().matches(AssessmentDetails::passed);
        assertThat(this.store.newestRehearsal(this.key, judged)).get().matches(RehearsalDetails::succeeded);
        PackageMark another = new PackageMark("b".repeat(64), true);
        assertThat(this.store.newestAssessment(this.key, another)).get().matches((one) -> !one.passed());
        PackageMark none = new PackageMark("a".repeat(64), false);
        assertThat(this.store.newestRehearsal(this.key, none)).get().matches((one) -> !one.succeeded());
    }

    private void act(Runnable act) {
        this.acting.as("test-manager", act);
    }

    private void refuses(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> act(act)).withMessage(problems);
    }

}
