package io.slipway.deployment.run.tool;

import io.slipway.deployment.check.CheckJudged;
import io.slipway.deployment.check.CheckVerdict;
import io.slipway.deployment.pipeline.AttemptEnded;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.run.StepManagement;
import io.slipway.deployment.run.StepSource;
import io.slipway.deployment.run.WaveManagement;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears how pipelines ended and what checks came to, in the transaction in which that is
 * known, and tells it to the step or wave for which they were begun.
 */
@Component
class ToolFacts {

    private final StepManagement steps;

    private final WaveManagement waves;

    ToolFacts(StepManagement steps, WaveManagement waves) {
        this.steps = steps;
        this.waves = waves;
    }

    @EventListener
    void on(AttemptEnded event) {
        this.steps.told(event.subject(), event.state() == AttemptState.SUCCEEDED, StepSource.CALLBACK, event.reason());
    }

    @EventListener
    void on(CheckJudged event) {
        this.steps.told(event.subject(), event.verdict() == CheckVerdict.SUCCESS, StepSource.POLL, event.reason());
        this.waves.look(event.subject());
    }

}
