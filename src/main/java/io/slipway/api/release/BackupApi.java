package io.slipway.api.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.api.TokenScope;
import io.slipway.deployment.Backup;
import io.slipway.deployment.ReadinessManagement;
import io.slipway.input.InputCheck;
import io.slipway.release.ReleaseManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Backups as the tool reports them that takes and restores them. A report completes no
 * step; where the policy lets a rule do that, it is the fact that the rule needs.
 */
@RestController
@Tag(name = "Releases")
@RequestMapping(TokenScope.RELEASES + "/{key}/backups")
class BackupApi {

    private final ReadinessManagement readiness;

    private final ReleaseManagement releases;

    BackupApi(ReadinessManagement readiness, ReleaseManagement releases) {
        this.readiness = readiness;
        this.releases = releases;
    }

    @Operation(summary = "Reports a backup that was taken and restored from")
    @ApiResponse(responseCode = "204", description = "Kept")
    @PreAuthorize("hasAuthority('deployment-manager')")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable String key, @RequestBody BackupRequest told) {
        String release = this.releases.get(key).key();
        InputCheck check = new InputCheck();
        check.refuseIf(!this.releases.get(release).open(), "", "validation.evidence.release.ended", release);
        check.finish();
        this.readiness.confirmBackups(release,
                Backup.stated(Objects.requireNonNullElse(told.location(), ""), told.takenAt(), told.verifiedAt(),
                        Objects.requireNonNullElse(told.covers(), List.of()),
                        Objects.requireNonNullElse(told.sparedReason(), "")));
    }

    /**
     * A backup.
     *
     * @param location where it is kept
     * @param takenAt when it was taken
     * @param verifiedAt when restoring from it was verified
     * @param covers the services and configuration items of the plan that it covers
     * @param sparedReason why the others need none
     */
    record BackupRequest(@Nullable String location, @Nullable Instant takenAt, @Nullable Instant verifiedAt,
            @Nullable List<String> covers, @Nullable String sparedReason) {
    }

}
