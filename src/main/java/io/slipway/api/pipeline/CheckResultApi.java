package io.slipway.api.pipeline;

import java.util.Objects;

import io.slipway.api.TokenScope;
import io.slipway.deployment.check.Checks;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
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
 * Takes results of checks that a tool measures by itself.
 */
@RestController
@Tag(name = "Checks")
@RequestMapping(TokenScope.RELEASES + "/{key}/checks/results")
class CheckResultApi {

    private final Checks checks;

    private final ReleaseManagement releases;

    CheckResultApi(Checks checks, ReleaseManagement releases) {
        this.checks = checks;
        this.releases = releases;
    }

    @Operation(summary = "Takes a result of a check of the release; one that is sent again under its id counts once")
    @ApiResponse(responseCode = "204", description = "Kept")
    @PreAuthorize("hasAnyAuthority('deployment-manager', 'build-engineer', 'operations')")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void push(@PathVariable String key, @RequestBody PushedResult result) {
        String release = this.releases.get(key).key();
        String subject = Objects.requireNonNullElse(result.check(), "");
        this.checks.of(subject)
            .filter((check) -> check.releaseKey().equals(release))
            .orElseThrow(() -> new NotFoundException("check", subject));
        String id = InputCheck.text("id", result.id(), 100, "deployment.check.id.missing");
        this.checks.bring(subject, Objects.requireNonNullElse(result.value(), ""),
                Objects.requireNonNullElse(result.note(), ""), id);
    }

    /**
     * A result.
     *
     * @param check what the check is watched for, as its page says
     * @param id by which it is known again
     * @param value a number
     * @param note where it comes from
     */
    record PushedResult(@Nullable String check, @Nullable String id, @Nullable String value, @Nullable String note) {
    }

}
