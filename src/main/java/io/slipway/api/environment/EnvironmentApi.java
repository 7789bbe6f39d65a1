package io.slipway.api.environment;

import io.slipway.deployment.environment.EnvironmentDetails;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.RunningService;
import io.slipway.deployment.environment.WhatRuns;
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
 * Environments, and what runs where, for tools. Everybody who is signed in reads them.
 */
@RestController
@Tag(name = "Environments")
@RequestMapping("/api/v1/environments")
class EnvironmentApi {

    private final Environments environments;

    private final WhatRuns whatRuns;

    EnvironmentApi(Environments environments, WhatRuns whatRuns) {
        this.environments = environments;
        this.whatRuns = whatRuns;
    }

    @Operation(summary = "Lists environments on the way to production, 25 to a page")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    EnvironmentAnswer.Page list(@RequestParam(defaultValue = "") String from) {
        KeyPage<EnvironmentDetails> page = this.environments.list(from);
        return new EnvironmentAnswer.Page(page.rows().stream().map(EnvironmentAnswer::of).toList(), page.next());
    }

    @Operation(summary = "Shows an environment: who has it alone, and until when it is confirmed to be ready")
    @GetMapping(path = "/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    EnvironmentAnswer show(@PathVariable String key) {
        return EnvironmentAnswer.of(this.environments.get(key));
    }

    @Operation(summary = "Tells what runs in an environment, and how that is known, 25 services to a page")
    @GetMapping(path = "/{key}/services", produces = MediaType.APPLICATION_JSON_VALUE)
    RunningAnswer.Page services(@PathVariable String key, @RequestParam(defaultValue = "") String from) {
        KeyPage<RunningService> page = this.whatRuns.in(this.environments.get(key).key(), from);
        return new RunningAnswer.Page(page.rows().stream().map(RunningAnswer::of).toList(), page.next());
    }

}
