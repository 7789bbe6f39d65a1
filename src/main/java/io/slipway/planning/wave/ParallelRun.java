package io.slipway.planning.wave;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * How the old and the new system run side by side, and until when the old one can take
 * over again.
 *
 * @param points what is compared in each cycle
 * @param cleanCycles how many cycles in a row without an open break come before the
 * cut-over
 * @param cycleHours hours between two cycles
 * @param cutBackHours hours after the cut-over within which the old system can take over
 */
public record ParallelRun(List<ReconciliationPoint> points, @JsonSetter(nulls = Nulls.AS_EMPTY) int cleanCycles,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int cycleHours, @JsonSetter(nulls = Nulls.AS_EMPTY) int cutBackHours) {

    public ParallelRun {
        points = (points != null) ? points.stream().filter(Objects::nonNull).toList() : List.of();
    }

}
