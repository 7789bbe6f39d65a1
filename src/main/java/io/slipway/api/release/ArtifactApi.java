package io.slipway.api.release;

import java.util.List;

import io.slipway.input.NotFoundException;
import io.slipway.packaging.ArtifactLibrary;
import io.slipway.packaging.ArtifactUse;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The definitive media library for tools: an artifact by its digest, and the releases
 * that it is part of.
 */
@RestController
@Tag(name = "Artifacts")
@RequestMapping("/api/v1/artifacts")
class ArtifactApi {

    private final ArtifactLibrary artifacts;

    ArtifactApi(ArtifactLibrary artifacts) {
        this.artifacts = artifacts;
    }

    @Operation(summary = "Reads an artifact and the releases that it is part of")
    @GetMapping(path = "/{digest}", produces = MediaType.APPLICATION_JSON_VALUE)
    Artifact get(@PathVariable String digest) {
        List<ArtifactUse> uses = this.artifacts.uses(digest.replaceFirst("^sha256:", ""));
        if (uses.isEmpty()) {
            throw new NotFoundException("artifact", digest);
        }
        return new Artifact(uses.get(0).unit().digest(), uses.stream().map(Use::of).toList());
    }

    /**
     * An artifact.
     *
     * @param digest its SHA-256
     * @param uses the releases that it is part of, the latest first, at most 100
     */
    record Artifact(String digest, List<Use> uses) {
    }

    /**
     * A release that an artifact is part of.
     *
     * @param release key of the release
     * @param phase where that release is on its way
     * @param status whether it is under way or how it ended
     * @param unit the unit as which it was delivered
     */
    record Use(String release, Phase phase, ReleaseStatus status, UnitAnswer unit) {

        static Use of(ArtifactUse use) {
            return new Use(use.release(), use.phase(), use.status(), UnitAnswer.of(use.unit()));
        }

    }

}
