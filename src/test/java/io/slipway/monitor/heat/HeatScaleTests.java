package io.slipway.monitor.heat;

import java.time.Duration;

import io.slipway.workflow.statistics.ElementStatistics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bounds of the classes of heat.
 */
class HeatScaleTests {

    @Test
    void judgesDurationsByFixedBounds() {
        assertThat(duration(Duration.ofSeconds(59))).isEqualTo(1);
        assertThat(duration(Duration.ofMinutes(1))).isEqualTo(2);
        assertThat(duration(Duration.ofHours(1))).isEqualTo(3);
        assertThat(duration(Duration.ofDays(1))).isEqualTo(4);
        assertThat(duration(Duration.ofDays(7))).isEqualTo(5);
        assertThat(duration(Duration.ofDays(700))).isEqualTo(5);
    }

    @Test
    void judgesFrequenciesByFifths() {
        assertThat(frequency(1, 1000)).isEqualTo(1);
        assertThat(frequency(200, 1000)).isEqualTo(1);
        assertThat(frequency(201, 1000)).isEqualTo(2);
        assertThat(frequency(1000, 1000)).isEqualTo(5);
    }

    @Test
    void isNothingForWhatWasNotPassed() {
        assertThat(frequency(0, 10)).isZero();
        assertThat(HeatScale.of(HeatMeasure.DURATION, statistics(0, Duration.ZERO), 10)).isZero();
    }

    private static int duration(Duration median) {
        return HeatScale.of(HeatMeasure.DURATION, statistics(3, median), 10);
    }

    private static int frequency(long passes, long most) {
        return HeatScale.of(HeatMeasure.FREQUENCY, statistics(passes, Duration.ofDays(9)), most);
    }

    private static ElementStatistics statistics(long passes, Duration median) {
        return new ElementStatistics("Task_Any", passes, 0, median, median, median);
    }

}
