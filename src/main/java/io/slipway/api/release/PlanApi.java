package io.slipway.api.release;

import io.slipway.api.EntityTag;
import io.slipway.planning.PlanFiles;
import io.slipway.release.ReleaseManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The plan of a release as a file, for tools: read with its version as entity tag, and
 * written back under the condition that it is still that version.
 */
@RestController
@Tag(name = "Plans")
@RequestMapping("/api/v1/releases/{key}/plan")
class PlanApi {

    private final PlanFiles plans;

    private final ReleaseManagement releases;

    PlanApi(PlanFiles plans, ReleaseManagement releases) {
        this.plans = plans;
        this.releases = releases;
    }

    @Operation(summary = "Reads the plan as YAML")
    @GetMapping(produces = ReleaseApi.YAML)
    ResponseEntity<String> get(@PathVariable String key) {
        int version = this.releases.get(key).version();
        return ResponseEntity.ok().eTag(EntityTag.of(version)).body(this.plans.read(key));
    }

    @Operation(summary = "Saves the plan while it is being written")
    @PreAuthorize("hasAuthority('release-manager')")
    @PutMapping(consumes = ReleaseApi.YAML, produces = ReleaseApi.YAML)
    ResponseEntity<String> put(@PathVariable String key, @RequestBody String yaml,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        this.plans.write(key, EntityTag.version(tag), yaml);
        return get(key);
    }

}
