package io.slipway.api.evidence;

import io.slipway.api.TokenScope;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.slipway.validation.gate.GateManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The gates of a release for tools. They read verdicts; nobody passes or waives by API.
 */
@RestController
@Tag(name = "Evidence and gates")
@RequestMapping(TokenScope.RELEASES + "/{key}/gates")
class GatesApi {

    private final GateManagement gates;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final ReadOnce once;

    GatesApi(GateManagement gates, ReleaseManagement releases, PackageManagement packages, ReadOnce once) {
        this.gates = gates;
        this.releases = releases;
        this.packages = packages;
        this.once = once;
    }

    @Operation(summary = "Reads how the gates judge the package as it is")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    GatesAnswer gates(@PathVariable String key) {
        return this.once.during(() -> {
            ReleaseDetails release = this.releases.get(key);
            return GatesAnswer.of(release.key(), this.packages.get(release.key()).digest(), this.gates.of(release));
        });
    }

}
