package io.slipway.api.release;

import java.net.URI;

import io.slipway.api.EntityTag;
import io.slipway.api.TokenScope;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Release units for pipelines: delivered one by one while the release is being built, and
 * then the package as a whole.
 */
@RestController
@Tag(name = "Units and packages")
@RequestMapping(TokenScope.RELEASES + "/{key}")
class UnitApi {

    private static final String BUILDER = "hasAuthority('build-engineer')";

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final PackageDelivery delivery;

    private final CurrentPlans plans;

    UnitApi(ReleaseManagement releases, PackageManagement packages, PackageDelivery delivery, CurrentPlans plans) {
        this.releases = releases;
        this.packages = packages;
        this.delivery = delivery;
        this.plans = plans;
    }

    @Operation(summary = "Lists the units of a release")
    @GetMapping(path = "/units", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UnitAnswer.All> list(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        return ResponseEntity.ok()
            .eTag(EntityTag.of(release.version()))
            .body(new UnitAnswer.All(this.packages.get(release.key()).units().stream().map(UnitAnswer::of).toList()));
    }

    @Operation(summary = "Reads a unit")
    @GetMapping(path = "/units/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    UnitAnswer get(@PathVariable String key, @PathVariable long id) {
        return UnitAnswer.of(this.packages.get(this.releases.get(key).key()).unit(id));
    }

    @Operation(summary = "Delivers a unit while the release is being built")
    @ApiResponse(responseCode = "201", description = "Delivered", useReturnTypeSchema = true)
    @PreAuthorize(BUILDER)
    @PostMapping(path = "/units", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UnitAnswer> deliver(@PathVariable String key, @RequestBody UnitRequest request) {
        ReleaseUnitDetails unit = this.delivery.add(key, request.delivery());
        String release = this.releases.get(key).key();
        return ResponseEntity.created(URI.create(TokenScope.RELEASES + "/" + release + "/units/" + unit.id()))
            .body(UnitAnswer.of(unit));
    }

    @Operation(summary = "Takes a unit out again")
    @ApiResponse(responseCode = "204", description = "Taken out")
    @PreAuthorize(BUILDER)
    @DeleteMapping(path = "/units/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String key, @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        this.delivery.remove(key, id, EntityTag.version(tag));
    }

    @Operation(summary = "Delivers the package, which is then assembled")
    @ApiResponse(responseCode = "202", description = "Delivered; the process goes on", useReturnTypeSchema = true)
    @PreAuthorize(BUILDER)
    @PostMapping(path = "/package", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleaseAnswer> complete(@PathVariable String key, @RequestBody Papers papers,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        this.delivery.deliver(key, EntityTag.version(tag), papers.documentation(), papers.scripts());
        return ResponseEntity.accepted().body(answer(key));
    }

    @Operation(summary = "Reopens an assembled package that is still the version of If-Match",
            description = "The release goes back to its build; its validation, and the authorisation of its change,"
                    + " start again.")
    @ApiResponse(responseCode = "202", description = "Open again", useReturnTypeSchema = true)
    @PreAuthorize("hasAnyAuthority('build-engineer', 'release-manager')")
    @PostMapping(path = "/package/reopen", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleaseAnswer> reopen(@PathVariable String key, @RequestBody ReleasesApi.Cancellation why,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        EntityTag.require(tag);
        this.delivery.reopen(key, EntityTag.version(tag), (why.reason() != null) ? why.reason() : "");
        return ResponseEntity.accepted().body(answer(key));
    }

    private ReleaseAnswer answer(String key) {
        ReleaseDetails release = this.releases.get(key);
        return ReleaseAnswer.of(release, this.plans.of(release), this.packages.get(release.key()));
    }

    /**
     * Where the papers of a package are; what is left out stays as it is.
     *
     * @param documentation address of the documentation
     * @param scripts address of the deployment scripts
     */
    record Papers(@Nullable String documentation, @Nullable String scripts) {
    }

}
