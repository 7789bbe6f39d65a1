package io.slipway.workflow.state;

import java.util.List;
import java.util.Optional;

/**
 * Everything that runs or ran for one release.
 *
 * @param runs its runs: the spine first, called ones after it in the order of their start
 */
public record ReleaseProcess(String releaseKey, List<ProcessRun> runs) {

    /**
     * One of its runs.
     * @param id id of the run
     * @return the run, if it belongs to this release
     */
    public Optional<ProcessRun> run(String id) {
        return this.runs.stream().filter((one) -> one.id().equals(id)).findFirst();
    }

    /**
     * The run that was started first: the one that called the others.
     * @return the spine; empty if the engine forgot the release
     */
    public Optional<ProcessRun> root() {
        return this.runs.stream().findFirst();
    }

}
