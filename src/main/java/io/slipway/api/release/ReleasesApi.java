package io.slipway.api.release;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.slipway.api.EntityTag;
import io.slipway.api.TokenScope;
import io.slipway.input.KeyPage;
import io.slipway.packaging.PackageManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseSummary;
import io.slipway.workflow.WorkItems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Releases for tools: registered from a plan, listed, read with their version as entity
 * tag, and cancelled under the condition that they are still that version. Everybody who
 * is signed in reads; the service says who may change.
 */
@RestController
@Tag(name = "Releases")
@RequestMapping(TokenScope.RELEASES)
class ReleasesApi {

    private static final String MANAGER = "hasAuthority('release-manager')";

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final ReleaseRegister register;

    private final WorkItems workItems;

    private final CurrentPlans plans;

    ReleasesApi(ReleaseManagement releases, PackageManagement packages, ReleaseRegister register, WorkItems workItems,
            CurrentPlans plans) {
        this.releases = releases;
        this.packages = packages;
        this.register = register;
        this.workItems = workItems;
        this.plans = plans;
    }

    @Operation(summary = "Registers a release with a plan, as JSON or YAML")
    @ApiResponse(responseCode = "201", description = "Registered", useReturnTypeSchema = true)
    @PreAuthorize(MANAGER)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleaseAnswer> registerJson(@RequestParam(required = false) @Nullable String key,
            @RequestBody String plan, HttpServletRequest request) {
        try {
            return registered(this.register.register(key, ReleaseRegister.yaml(plan)));
        }
        catch (JsonProcessingException ex) {
            throw new HttpMessageNotReadableException("No JSON", ex, new ServletServerHttpRequest(request));
        }
    }

    @Operation(summary = "Registers a release with a plan, as JSON or YAML")
    @ApiResponse(responseCode = "201", description = "Registered", useReturnTypeSchema = true)
    @PreAuthorize(MANAGER)
    @PostMapping(consumes = ReleaseApi.YAML, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleaseAnswer> registerYaml(@RequestParam(required = false) @Nullable String key,
            @RequestBody String plan) {
        return registered(this.register.register(key, plan));
    }

    @Operation(summary = "Lists releases, 25 to a page")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ReleaseAnswer.Page list(@RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) ReleaseQuery.@Nullable State state,
            @RequestParam(defaultValue = "") String service, @RequestParam(required = false) @Nullable ReleaseType type,
            @RequestParam(required = false) @Nullable Phase phase, @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "START") ReleaseQuery.Sort sort,
            @RequestParam(defaultValue = "") String from) {
        KeyPage<ReleaseSummary> page = this.releases
            .list(new ReleaseQuery(text, state, service, type, phase, owner, sort, from));
        return new ReleaseAnswer.Page(page.rows().stream().map(ReleaseAnswer.Row::of).toList(), page.next());
    }

    @Operation(summary = "Reads a release; its version is the entity tag")
    @GetMapping(path = "/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleaseAnswer> get(@PathVariable String key) {
        return answer(ResponseEntity.ok(), this.releases.get(key));
    }

    @Operation(summary = "Lists the steps that wait for somebody")
    @GetMapping(path = "/{key}/steps", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ReleaseAnswer.Step> steps(@PathVariable String key) {
        return this.workItems.openOf(this.releases.get(key).key()).stream().map(ReleaseAnswer.Step::of).toList();
    }

    @Operation(summary = "Cancels a release that is still the version of If-Match")
    @PreAuthorize(MANAGER)
    @PostMapping(path = "/{key}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleaseAnswer> cancel(@PathVariable String key, @RequestBody Cancellation cancellation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        EntityTag.require(tag);
        String reason = (cancellation.reason() != null) ? cancellation.reason() : "";
        this.releases.cancel(key, EntityTag.version(tag), reason);
        return answer(ResponseEntity.ok(), this.releases.get(key));
    }

    private ResponseEntity<ReleaseAnswer> registered(String key) {
        return answer(ResponseEntity.created(URI.create(TokenScope.RELEASES + "/" + key)), this.releases.get(key));
    }

    private ResponseEntity<ReleaseAnswer> answer(ResponseEntity.BodyBuilder answer, ReleaseDetails release) {
        return answer.eTag(EntityTag.of(release.version()))
            .body(ReleaseAnswer.of(release, this.plans.of(release), this.packages.get(release.key())));
    }

    /**
     * Why a release is cancelled.
     *
     * @param reason the reason, kept with the release and shown to everybody
     */
    record Cancellation(@Nullable String reason) {
    }

}
