package io.slipway.deployment.rollback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rollback is thought to take as long as nine rehearsals of ten did.
 */
class RollbackEstimateTests {

    private static final Map<String, Integer> STEPS = Map.of("a", 10, "b", 20);

    @Test
    void countsThePlanWhereNothingWasRehearsed() {
        RollbackEstimate estimate = RollbackEstimate.of(STEPS, List.of(), null);
        assertThat(estimate.minutes()).isEqualTo(30);
        assertThat(estimate.rehearsals()).isZero();
        assertThat(estimate.unrehearsed()).isEqualTo(2);
    }

    @Test
    void takesTheNinthOfTenRehearsals() {
        List<Map<String, Duration>> rehearsed = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            rehearsed.add(Map.of("a", Duration.ofMinutes(i), "b", Duration.ofMinutes(i)));
        }
        RollbackEstimate estimate = RollbackEstimate.of(STEPS, rehearsed, null);
        assertThat(estimate.minutes()).isEqualTo(18);
        assertThat(estimate.rehearsals()).isEqualTo(10);
        assertThat(estimate.unrehearsed()).isZero();
    }

    @Test
    void fillsUpWhatARehearsalLeftOut() {
        RollbackEstimate estimate = RollbackEstimate.of(STEPS, List.of(Map.of("a", Duration.ofSeconds(61))), null);
        assertThat(estimate.minutes()).isEqualTo(22);
        assertThat(estimate.unrehearsed()).isOne();
        assertThat(RollbackEstimate.of(STEPS, List.of(Map.of("c", Duration.ofHours(9))), null).rehearsals()).isZero();
    }

    @Test
    void countsARehearsalOfTheWhole() {
        RollbackEstimate estimate = RollbackEstimate.of(STEPS, List.of(), Duration.ofMinutes(45));
        assertThat(estimate.minutes()).isEqualTo(45);
        assertThat(estimate.unrehearsed()).isZero();
        assertThat(RollbackEstimate.of(Map.of(), List.of(), null).minutes()).isZero();
    }

}
