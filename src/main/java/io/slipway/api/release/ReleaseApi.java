package io.slipway.api.release;

import io.slipway.deployment.DeploymentReadiness;
import io.slipway.planning.collision.CollisionManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What tools read of a release: whether it may be deployed now, its checklist and its
 * collisions. Everybody who is signed in may, as on the pages.
 */
@RestController
@Tag(name = "Releases")
@RequestMapping("/api/v1/releases/{key}")
class ReleaseApi {

    static final String YAML = "application/yaml";

    private final ReleaseManagement releases;

    private final DeploymentReadiness readiness;

    private final CollisionManagement collisions;

    private final ReadOnce once;

    ReleaseApi(ReleaseManagement releases, DeploymentReadiness readiness, CollisionManagement collisions,
            ReadOnce once) {
        this.releases = releases;
        this.readiness = readiness;
        this.collisions = collisions;
        this.once = once;
    }

    @Operation(summary = "Says whether the release may be deployed now, and why not")
    @GetMapping(path = "/readiness", produces = MediaType.APPLICATION_JSON_VALUE)
    ReadinessAnswer readiness(@PathVariable String key) {
        return this.once.during(() -> {
            ReleaseDetails release = this.releases.get(key);
            return ReadinessAnswer.of(release.key(), this.readiness.of(release));
        });
    }

    @Operation(summary = "Says what is in the way of the planned time")
    @GetMapping(path = "/collisions", produces = MediaType.APPLICATION_JSON_VALUE)
    CollisionsAnswer collisions(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        return CollisionsAnswer.of(release.key(), this.collisions.of(release));
    }

    @Operation(summary = "Gives the release checklist as YAML")
    @GetMapping(path = "/checklist", produces = YAML)
    String checklist(@PathVariable String key) {
        return this.releases.checklistYaml(this.releases.get(key));
    }

}
