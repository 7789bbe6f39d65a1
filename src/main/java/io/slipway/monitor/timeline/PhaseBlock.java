package io.slipway.monitor.timeline;

import java.util.List;

import io.slipway.workflow.history.PhaseRun;

/**
 * A phase with everything that lies in it.
 *
 * @param phase its name, such as {@code PLAN}; empty for what lies in none
 * @param label its name in words
 * @param runs each time that the release went through it, in order
 * @param entries its steps, in order of begin
 */
record PhaseBlock(String phase, String label, List<PhaseRun> runs, List<Entry> entries, List<Window> windows) {
}
