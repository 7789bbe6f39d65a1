package io.slipway.monitor.heat;

import java.time.Duration;
import java.util.List;

import io.slipway.workflow.statistics.ElementStatistics;

/**
 * The five classes of heat. Those of durations have fixed bounds, so that models and
 * periods can be compared; those of frequencies are fifths of the most passed element.
 */
final class HeatScale {

    private static final List<Duration> BOUNDS = List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1),
            Duration.ofDays(7));

    private static final int CLASSES = BOUNDS.size() + 1;

    private HeatScale() {
    }

    /**
     * The class of an element.
     * @param most the passes of the most passed element
     * @return 1 to 5; 0 if it was not passed
     */
    static int of(HeatMeasure measure, ElementStatistics statistics, long most) {
        if (statistics.passes() == 0) {
            return 0;
        }
        return (measure == HeatMeasure.FREQUENCY) ? (int) Math.ceil((double) CLASSES * statistics.passes() / most)
                : 1 + (int) BOUNDS.stream().filter((bound) -> statistics.median().compareTo(bound) >= 0).count();
    }

}
