package io.slipway.deployment.board;

import java.util.HashMap;
import java.util.Map;

import io.slipway.deployment.board.BoardStep.Span;
import io.slipway.deployment.run.RunManagement;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What deployment managers do to a run as a whole, from its page: halt it, let it go on,
 * and take what is forecast as the new baseline.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('deployment-manager')")
public class RunControl {

    private final RunManagement runs;

    private final RunBoards boards;

    RunControl(RunManagement runs, RunBoards boards) {
        this.runs = runs;
        this.boards = boards;
    }

    /**
     * Halts a run. Refuses everybody but deployment managers, a run that is over or
     * halted, and an empty reason.
     * @param reason why, 1 to 2,000 characters
     */
    public void halt(long run, String reason) {
        this.runs.halt(run, reason);
    }

    /**
     * Lets a halted run go on. Refuses everybody but deployment managers, a run that is
     * over or not halted, and an empty reason.
     * @param reason why, 1 to 2,000 characters
     */
    public void resume(long run, String reason) {
        this.runs.resume(run, reason);
    }

    /**
     * Takes what is forecast as what is planned, for all steps that are not over. The
     * plan that was approved stays. Refuses everybody but deployment managers, a run that
     * is over, and an empty reason.
     * @param reason why, 1 to 2,000 characters
     */
    public void rebaseline(long run, String reason) {
        RunBoard board = this.boards.of(run);
        Map<String, RunManagement.Planned> times = new HashMap<>();
        board.waves().forEach((wave) -> wave.steps().forEach((step) -> {
            Span time = (step.over() && step.baseline() != null) ? step.baseline() : step.forecast();
            times.put(step.step().step(), new RunManagement.Planned(time.from(), time.to()));
        }));
        this.runs.rebaseline(run, times, board.outlook().forecastEnd(), reason);
    }

}
