package io.slipway.deployment.rollback;

import java.util.Map;
import java.util.TreeMap;

import io.slipway.deployment.pipeline.AttemptEnded;
import io.slipway.deployment.pipeline.AttemptOrder;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.run.RunHead;
import io.slipway.planning.wave.PipelineCall;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.policy.DeploymentModel;

import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the pipeline that did a step take it back, where a continuous deployment goes
 * without people: it is told so by one input more. Elsewhere people take back.
 */
@Component
class PipelineWayBack implements WayBackTool {

    /** The input by which a pipeline knows that it is to take back what it did. */
    static final String DIRECTION = "slipway_direction";

    private final PipelineAttempts attempts;

    private final ToolsBack tools;

    PipelineWayBack(PipelineAttempts attempts, @Lazy ToolsBack tools) {
        this.attempts = attempts;
        this.tools = tools;
    }

    @Override
    public boolean takes(RunHead run, PlannedStep planned) {
        return DeploymentModel.CONTINUOUS.name().equals(run.model()) && planned.kind() == StepKind.PIPELINE
                && planned.work().pipeline() != null;
    }

    @Override
    public void start(RunHead run, PlannedStep planned, String subject) {
        PipelineCall call = planned.work().pipeline();
        if (call != null) {
            Map<String, String> inputs = new TreeMap<>(call.inputs());
            inputs.put(DIRECTION, "back");
            this.attempts.start(new AttemptOrder(subject, run.releaseKey(), run.environment(), !run.live(),
                    new PipelineCall(call.pipeline(), call.ref(), inputs)));
        }
    }

    @EventListener
    void on(AttemptEnded event) {
        if (event.subject().startsWith(ToolsBack.SUBJECT)) {
            this.tools.told(event.subject(), event.state() == AttemptState.SUCCEEDED, event.reason());
        }
    }

}
