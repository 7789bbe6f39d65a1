package io.slipway.deployment.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.StepGate.Way;
import io.slipway.planning.wave.LinkKind;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepLink;
import io.slipway.test.RunDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A step starts once what comes before it is over, and never by what merely looks so.
 */
class StepGateTests {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static final PlannedStep AFTER_A = RunDriver.step("b", StepKind.MANUAL, "a");

    @ParameterizedTest
    @EnumSource(StepState.class)
    void startsAfterWhatIsDoneOrLeftOutOnly(StepState state) {
        boolean lets = List.of(StepState.DONE, StepState.IGNORED, StepState.EXCLUDED).contains(state);
        assertThat(gate(AFTER_A, a(state), null).way()).isEqualTo(lets ? Way.NOW : Way.NOT_YET);
        assertThat(gate(AFTER_A, a(state), null).waitsFor()).isEqualTo(lets ? null : "a");
    }

    @Test
    void startsWithWhatHasStartedIfThePlanSaysSo() {
        PlannedStep step = linked(new StepLink("a", LinkKind.START_START, 5), null);
        assertThat(gate(step, a(StepState.WAITING), null).waitsFor()).isEqualTo("a");
        assertThat(gate(step, a(StepState.RUNNING), null).at()).isEqualTo(NOW.plus(Duration.ofMinutes(4)));
    }

    @Test
    void waitsForTheLatestOfAllTimes() {
        Instant fixed = NOW.plus(Duration.ofMinutes(10));
        PlannedStep step = linked(new StepLink("a", LinkKind.FINISH_START, 30), fixed);
        assertThat(gate(step, a(StepState.DONE), null))
            .isEqualTo(new StepGate(Way.NOT_YET, NOW.plus(Duration.ofMinutes(30)), "time"));
        assertThat(gate(linked(new StepLink("a", null, 0), fixed), a(StepState.DONE), null).at()).isEqualTo(fixed);
    }

    @Test
    void isHeldOnlyOnceNothingElseIsMissing() {
        assertThat(gate(AFTER_A, a(StepState.RUNNING), RunHolds.HALT).waitsFor()).isEqualTo("a");
        assertThat(gate(AFTER_A, a(StepState.DONE), RunHolds.HALT).waitsFor()).isEqualTo(RunHolds.HALT);
    }

    @Test
    void neverStartsInAWaveThatWasGivenUp() {
        assertThat(StepGate.of(AFTER_A, Map.of("a", a(StepState.DONE)), null, true, NOW).way())
            .isEqualTo(Way.NO_LONGER);
    }

    private static PlannedStep linked(StepLink link, @Nullable Instant notBefore) {
        return RunDriver.step("b", StepKind.MANUAL, false, List.of(link), notBefore);
    }

    private static StepGate gate(PlannedStep step, RunStep before, @Nullable String held) {
        return StepGate.of(step, Map.of("a", before), held, false, NOW);
    }

    /** Started a minute ago, and ended now if it is over. */
    private static RunStep a(StepState state) {
        Instant started = (state == StepState.WAITING || state == StepState.READY || state == StepState.SKIPPED) ? null
                : NOW.minusSeconds(60);
        return new RunStep(1, 1, "one", "a", 1, "A", StepKind.MANUAL, state, false, 0, null, null, null, started,
                state.lets() ? NOW : null, null, null, null, null, null, null, null, null, null);
    }

}
