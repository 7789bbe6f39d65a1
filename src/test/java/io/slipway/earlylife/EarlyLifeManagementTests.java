package io.slipway.earlylife;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.identity.Duty;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InvalidInputException;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A release is watched, handed over, extended or given up with all that this needs,
 * whoever says so.
 */
@SlipwayTest
class EarlyLifeManagementTests {

    private static final OpenIncidents NONE = new OpenIncidents(0, 0, 0, 0);

    @Autowired
    EarlyLifeManagement earlyLife;

    @Autowired
    SeparationOfDuties duties;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    private String key = "";

    @BeforeEach
    void watchesARelease() {
        this.key = this.driver.register("Early life " + UUID.randomUUID());
        this.acting.asSystem(() -> this.earlyLife.start(this.key, true));
    }

    @Test
    void notesWhatFitsAndCanBe() {
        refuses("criteria[0].note: ui.too-long, priority2: ui.number, priority4: ui.number", () -> this.earlyLife
            .observe(this.key, watch(false, "n".repeat(501), new OpenIncidents(0, -1, 9999, 10_000), false)));
        act(() -> this.earlyLife.observe(this.key, watch(true, "Seen.", new OpenIncidents(0, 0, 2, 9999), false)));
        assertThat(support().watch().incidents().priority4()).isEqualTo(9999);
    }

    @Test
    void isHandedOverOnlyOnceNothingSpeaksAgainstIt() {
        refuses("priority2: earlylife.exit.severe-incident, criteria[0].met: earlylife.exit.unmet, "
                + "handoverAccepted: earlylife.exit.not-accepted",
                () -> this.earlyLife.handOver(this.key, watch(false, "", new OpenIncidents(0, 1, 0, 0), false), ""));
        act(() -> this.earlyLife.handOver(this.key, watch(true, "", NONE, true), ""));
        assertThat(support().status()).isEqualTo(SupportStatus.HANDED_OVER);
    }

    @Test
    void isExtendedByDaysForAReason() {
        Watch watch = watch(false, "", NONE, false);
        refuses("days: earlylife.days.missing, reason: earlylife.reason.missing",
                () -> this.earlyLife.orderExtension(this.key, watch, 0, " "));
        refuses("days: ui.number, reason: ui.too-long",
                () -> this.earlyLife.orderExtension(this.key, watch, 31, "r".repeat(2001)));
        act(() -> this.earlyLife.orderExtension(this.key, watch, 30, "Month end."));
        assertThat(support().extensions()).singleElement()
            .satisfies((extension) -> assertThat(extension.days()).isEqualTo(30));
    }

    @Test
    void isNotGivenUpWithoutAReason() {
        refuses("reason: earlylife.reason.missing",
                () -> this.earlyLife.giveUp(this.key, watch(false, "", NONE, false), ""));
        assertThat(support().status()).isEqualTo(SupportStatus.WATCHING);
    }

    @Test
    @Shows("ReleasePolicyDecision.supportDays")
    void asksTheServiceOwnerBeforeTheLeastTimeOfThePolicy() {
        String planned = this.driver.register("Early end " + UUID.randomUUID());
        this.driver.completePlan(planned);
        Watch watch = watch(true, "", NONE, true);
        this.acting.asSystem(() -> this.earlyLife.start(planned, true));
        refuses("reason: earlylife.early.reason.missing", () -> this.earlyLife.handOver(planned, watch, " "));
        act(() -> assertThat(this.earlyLife.handOver(planned, watch, "Calm.")).isFalse());
        assertThat(this.earlyLife.ofRelease(planned).orElseThrow().status()).isEqualTo(SupportStatus.ENDING);
        assertThat(this.duties.judge(planned, Duty.APPROVE_EARLY_END, null, "operations").allowed()).isFalse();
        refuses("reason: earlylife.reason.missing", () -> this.earlyLife.endEarly(planned, ""));
        refuses("reason: earlylife.reason.missing", () -> this.earlyLife.refuseEarlyEnd(planned, ""));
        act(() -> this.earlyLife.endEarly(planned, "The branches are closed."));
        assertThat(this.earlyLife.ofRelease(planned).orElseThrow().status()).isEqualTo(SupportStatus.HANDED_OVER);
    }

    @Test
    void endsAsBeforeWhereTheProcessAsksNobody() {
        String old = this.driver.register("Old model " + UUID.randomUUID());
        this.driver.completePlan(old);
        this.acting.asSystem(() -> this.earlyLife.start(old, false));
        act(() -> assertThat(this.earlyLife.handOver(old, watch(true, "", NONE, true), "")).isTrue());
    }

    private static Watch watch(boolean met, String note, OpenIncidents incidents, boolean accepted) {
        List<CriterionState> criteria = Arrays.stream(ExitCriterion.values())
            .map((criterion) -> new CriterionState(criterion, met, (criterion.ordinal() == 0) ? note : ""))
            .toList();
        return new Watch(criteria, incidents, accepted);
    }

    private SupportDetails support() {
        return this.earlyLife.ofRelease(this.key).orElseThrow();
    }

    private void act(Runnable act) {
        this.acting.as("operations", act);
    }

    private void refuses(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> act(act)).withMessage(problems);
    }

}
