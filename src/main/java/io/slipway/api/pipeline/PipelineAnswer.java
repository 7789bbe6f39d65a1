package io.slipway.api.pipeline;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.Pipeline;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.PipelineTool;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as tools read it: what is secret is not even named.
 *
 * @param environments keys of where it may deploy to
 */
record PipelineAnswer(String key, String name, PipelineTool tool, String project, String workflow, int expectedMinutes,
        List<String> environments, boolean retired) {

    static PipelineAnswer of(Pipeline one) {
        return new PipelineAnswer(one.pipeline(), one.name(), one.tool(), one.project(), one.workflow(),
                one.expectedMinutes(), one.environments(), one.retired());
    }

    /**
     * One page of pipelines.
     *
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Page(List<PipelineAnswer> pipelines, @Nullable String next) {
    }

    /**
     * One time that a pipeline was told to deploy.
     *
     * @param run what the tool calls it; null if it did not say
     * @param page where people look at it; null if the tool did not say
     * @param reason one sentence of what was told last
     */
    record AttemptAnswer(String attempt, String pipeline, String release, String environment, boolean rehearsal,
            AttemptState state, Instant orderedAt, @Nullable Instant endedAt, @Nullable String run,
            @Nullable String page, String reason) {

        static AttemptAnswer of(PipelineAttempt one) {
            return new AttemptAnswer(one.attempt(), one.pipeline(), one.releaseKey(), one.environment(),
                    one.rehearsal(), one.state(), one.times().orderedAt(), one.times().endedAt(), one.trace().run(),
                    one.trace().page(), one.reason());
        }

    }

    /**
     * One page of attempts.
     *
     * @param next the value of {@code from} for the next page; null after the last
     */
    record Attempts(List<AttemptAnswer> attempts, @Nullable String next) {
    }

}
