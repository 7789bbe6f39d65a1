package io.slipway.deployment.board;

import java.util.List;

import io.slipway.deployment.board.BoardStep.Span;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.WaveState;
import io.slipway.planning.wave.Wave;
import org.jspecify.annotations.Nullable;

/**
 * A wave of a run with its steps.
 *
 * @param wave what became of it
 * @param planned what the plan says of it
 * @param baseline from its start to the end of its bake, as planned; null where nobody
 * planned that
 * @param forecast the same as far as anybody can tell now
 */
public record BoardWave(RunWave wave, Wave planned, @Nullable Span baseline, Span forecast, List<BoardStep> steps) {

    /** Whether it is under way, or somebody has to look at it. */
    public boolean open() {
        return this.wave.state() == WaveState.RUNNING || this.wave.state() == WaveState.BAKING
                || (this.wave.overAt() == null && this.wave.state().givenUp());
    }

    /** How many of its steps are over. */
    public int done() {
        return (int) this.steps.stream().filter(BoardStep::over).count();
    }

}
