package io.slipway.api.pipeline;

import io.slipway.api.ApiRefusal;
import io.slipway.deployment.pipeline.CallbackAnswer;
import io.slipway.deployment.pipeline.CallbackRefusal;
import io.slipway.deployment.pipeline.Callbacks;
import io.slipway.identity.CurrentActor;
import io.slipway.input.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what tools tell of the deployments that they were told to do. No account is asked
 * for: a signature, or the token that came with the order, says who it is.
 */
@RestController
@Tag(name = "Pipelines")
class CallbackApi {

    private static final String TOKEN = "X-Slipway-Token";

    private final Callbacks callbacks;

    private final CurrentActor currentActor;

    CallbackApi(Callbacks callbacks, CurrentActor currentActor) {
        this.callbacks = callbacks;
        this.currentActor = currentActor;
    }

    @Operation(summary = "Takes what a pipeline's tool tells: GitHub's workflow_run, GitLab's pipeline hook, or a "
            + "report signed as Standard Webhooks")
    @ApiResponse(responseCode = "202", description = "What becomes of it", useReturnTypeSchema = true)
    @PostMapping(path = "/api/v1/pipelines/{pipeline}/events", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CallbackAnswer> event(@PathVariable String pipeline,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        requireStranger();
        try {
            return ResponseEntity.accepted()
                .body(this.callbacks.take(pipeline, (name) -> header(headers, name), bytes(body)));
        }
        catch (CallbackRefusal ex) {
            throw refused(ex);
        }
    }

    @Operation(summary = "Takes a report of one attempt, by the token that came with its order in X-Slipway-Token")
    @ApiResponse(responseCode = "202", description = "What becomes of it", useReturnTypeSchema = true)
    @PostMapping(path = "/api/v1/attempts/{attempt}/reports", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CallbackAnswer> report(@PathVariable String attempt,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        requireStranger();
        try {
            return ResponseEntity.accepted()
                .body(this.callbacks.report(attempt, header(headers, TOKEN), bytes(body),
                        header(headers, "webhook-id")));
        }
        catch (CallbackRefusal ex) {
            throw refused(ex);
        }
    }

    /** People and their tokens tell nothing here: who signs is a tool. */
    private void requireStranger() {
        if (!this.currentActor.get().isSystem()) {
            throw new ApiRefusal(HttpStatus.FORBIDDEN, "api.callback.person");
        }
    }

    private static RuntimeException refused(CallbackRefusal refusal) {
        return switch (refusal.why()) {
            case SIGNATURE -> new ApiRefusal(HttpStatus.UNAUTHORIZED, "api.callback.signature");
            case UNKNOWN -> new NotFoundException("attempt", "");
            case FOREIGN -> new ApiRefusal(HttpStatus.FORBIDDEN, "api.callback.foreign");
            case NOT_UNDERSTOOD -> new ApiRefusal(HttpStatus.UNPROCESSABLE_ENTITY, "api.callback.unread");
            case TOO_MUCH -> new ApiRefusal(HttpStatus.TOO_MANY_REQUESTS, "api.callback.much");
        };
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return (body != null) ? body : new byte[0];
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        return (value != null) ? value : "";
    }

}
