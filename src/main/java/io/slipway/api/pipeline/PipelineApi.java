package io.slipway.api.pipeline;

import io.slipway.deployment.pipeline.Pipeline;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.pipeline.Pipelines;
import io.slipway.input.KeyPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pipelines and their attempts, for tools that read them.
 */
@RestController
@Tag(name = "Pipelines")
@RequestMapping("/api/v1/pipelines")
class PipelineApi {

    private final Pipelines pipelines;

    private final PipelineAttempts attempts;

    PipelineApi(Pipelines pipelines, PipelineAttempts attempts) {
        this.pipelines = pipelines;
        this.attempts = attempts;
    }

    @Operation(summary = "Lists pipelines by key, 25 to a page")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    PipelineAnswer.Page list(@RequestParam(defaultValue = "") String from) {
        KeyPage<Pipeline> page = this.pipelines.list(from);
        return new PipelineAnswer.Page(page.rows().stream().map(PipelineAnswer::of).toList(), page.next());
    }

    @Operation(summary = "Shows a pipeline")
    @GetMapping(path = "/{pipeline}", produces = MediaType.APPLICATION_JSON_VALUE)
    PipelineAnswer show(@PathVariable String pipeline) {
        return PipelineAnswer.of(this.pipelines.get(pipeline));
    }

    @Operation(summary = "Lists the attempts of a pipeline, the latest first, 25 to a page")
    @GetMapping(path = "/{pipeline}/attempts", produces = MediaType.APPLICATION_JSON_VALUE)
    PipelineAnswer.Attempts attempts(@PathVariable String pipeline, @RequestParam(defaultValue = "") String from) {
        KeyPage<PipelineAttempt> page = this.attempts.ofPipeline(this.pipelines.get(pipeline).pipeline(), from);
        return new PipelineAnswer.Attempts(page.rows().stream().map(PipelineAnswer.AttemptAnswer::of).toList(),
                page.next());
    }

}
