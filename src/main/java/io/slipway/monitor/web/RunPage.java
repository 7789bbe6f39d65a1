package io.slipway.monitor.web;

import java.time.Instant;
import java.util.List;

import io.slipway.workflow.state.ProcessRun;
import io.slipway.workflow.state.ReleaseProcess;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a release's process shows, but for the drawing.
 *
 * @param process everything that runs or ran for the release
 * @param above the runs that called it, the outermost first
 * @param tree all runs, each beneath the one that called it
 * @param waiting where the run is, and what it waits for
 * @param path every step of the model, in the order of the flow
 * @param engineSince since when the release waits for the engine; null if it does not
 */
record RunPage(RunAddress address, ReleaseProcess process, ProcessRun run, List<ProcessRun> above, List<RunNode> tree,
        List<WaitingRow> waiting, List<StepRow> path, @Nullable Instant engineSince) {

    /**
     * Whether the path is drawn from the elements that the run passed: it is older than
     * the record of flows.
     */
    public boolean guessed() {
        return this.run.flows().isEmpty() && !this.run.elements().isEmpty();
    }

    /** What the run passed and this version of the model does not have. */
    public List<StepRow> strays() {
        return this.path.stream().filter((row) -> !row.known()).toList();
    }

    /**
     * A run in the tree.
     *
     * @param depth how many runs lie above it
     * @param step name of the element that called it; empty for the outermost
     */
    record RunNode(ProcessRun run, int depth, String step) {
    }

}
