package io.slipway.monitor.web;

import java.util.List;
import java.util.Map;

import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.state.ElementState;
import io.slipway.workflow.state.ProcessTotals;

/**
 * What the monitor lands on, but for the drawing.
 *
 * @param model the newest version of the spine
 * @param elements what is at each element, on whichever version
 * @param rows the releases to look at: what failed, what is late, the oldest others
 * @param more how many releases run besides
 */
record SpinePage(ModelVersion model, Map<String, ElementState> elements, ProcessTotals totals, List<SpineRow> rows,
        long more) {

    /** Where all of its releases are. */
    public ModelAddress address() {
        return ModelAddress.of(this.model);
    }

}
