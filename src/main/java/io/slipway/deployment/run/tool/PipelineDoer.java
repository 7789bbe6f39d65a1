package io.slipway.deployment.run.tool;

import java.util.Objects;

import io.slipway.deployment.pipeline.AttemptOrder;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.StepDoer;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;

import org.springframework.stereotype.Component;

/**
 * Has steps done by pipelines. An attempt that somebody aborted goes on in its tool, and
 * its end changes nothing any more.
 */
@Component
class PipelineDoer implements StepDoer {

    private final PipelineAttempts attempts;

    PipelineDoer(PipelineAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public boolean does(PlannedStep planned) {
        return planned.kind() == StepKind.PIPELINE && planned.work().pipeline() != null;
    }

    @Override
    public void start(RunHead run, RunStep step, PlannedStep planned, String subject) {
        this.attempts.start(new AttemptOrder(subject, run.releaseKey(), run.environment(), !run.live(),
                Objects.requireNonNull(planned.work().pipeline())));
    }

    @Override
    public void abort(String subject) {
        // No tool can be called back for sure.
    }

}
