package io.slipway.workflow.state;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How often a run passed an element, and which runs it called from there.
 *
 * @param times how often the element was left
 * @param called ids of the called runs, in the order of their start
 */
record Passed(long times, List<String> called) {

    static final Passed NEVER = new Passed(0, List.of());

    Passed plus(boolean left, @Nullable String run) {
        List<String> runs = new ArrayList<>(this.called);
        if (run != null) {
            runs.add(run);
        }
        return new Passed(this.times + (left ? 1 : 0), List.copyOf(runs));
    }

}
