package io.slipway.api.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.api.ApiRefusal;
import io.slipway.identity.Acting;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.identity.TokenGrant;
import io.slipway.input.InputCheck;
import io.slipway.input.WebhookSignature;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes CloudEvents: structured, in a batch, or with their attributes in headers. A
 * source for which a secret is set has to sign, and acts for the owner that is set with
 * it; every other needs a token. A body that is no CloudEvent is refused as a whole.
 */
@RestController
@Tag(name = "Events")
class EventApi {

    static final String ONE = "application/cloudevents+json";

    static final String BATCH = "application/cloudevents-batch+json";

    private static final String SIGNATURE = "webhook-signature";

    private static final int MOST = 100;

    private final EventIntake intake;

    private final EventProperties properties;

    private final CurrentActor currentActor;

    private final Acting acting;

    private final Clock clock;

    EventApi(EventIntake intake, EventProperties properties, CurrentActor currentActor, Acting acting, Clock clock) {
        this.intake = intake;
        this.properties = properties;
        this.currentActor = currentActor;
        this.acting = acting;
        this.clock = clock;
    }

    @Operation(summary = "Takes CloudEvents that carry CDEvents")
    @ApiResponse(responseCode = "202", description = "Kept; each says what became of it", useReturnTypeSchema = true)
    @PostMapping(path = "/api/v1/events", consumes = { ONE, BATCH, MediaType.APPLICATION_JSON_VALUE },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Taken> take(@RequestBody(required = false) byte @Nullable [] sent,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers, HttpServletRequest request) {
        requireTool(headers);
        byte[] body = (sent != null) ? sent : new byte[0];
        List<CloudEvent> events = events(body, headers, request);
        EventProperties.Source signer = signer(events, body, headers);
        Supplier<List<Result>> act = () -> events.stream()
            .map((event) -> Result.of(this.intake.take(event, via(signer))))
            .toList();
        List<Result> results = (signer != null) ? this.acting.asTool(signer.owner(),
                new TokenGrant(0, "signature of " + signer.source(), true, Set.of(), Set.of()),
                Set.of(Role.BUILD_ENGINEER), act) : act.get();
        return ResponseEntity.accepted().body(new Taken(results));
    }

    private String via(EventProperties.@Nullable Source signer) {
        TokenGrant token = this.currentActor.get().token();
        return (signer != null || token == null) ? "signature" : "token " + token.name();
    }

    /** Before anything is read; what is signed is judged by its source. */
    private void requireTool(HttpHeaders headers) {
        if (!headers.containsKey(SIGNATURE)) {
            requireToken();
        }
    }

    /** Strangers have to sign, and people tell no events. */
    private void requireToken() {
        if (this.currentActor.get().isSystem()) {
            throw new ApiRefusal(HttpStatus.UNAUTHORIZED, "api.event.unsigned");
        }
        if (!this.currentActor.get().byToken()) {
            throw new ApiRefusal(HttpStatus.FORBIDDEN, "api.event.token");
        }
    }

    private EventProperties.@Nullable Source signer(List<CloudEvent> events, byte[] body, HttpHeaders headers) {
        Set<String> sources = new HashSet<>();
        events.forEach((event) -> sources.add(event.source()));
        List<EventProperties.Source> known = sources.stream()
            .flatMap((one) -> this.properties.of(one).stream())
            .toList();
        if (known.isEmpty()) {
            requireToken();
            return null;
        }
        WebhookSignature signature = new WebhookSignature(text(headers, "webhook-id"),
                text(headers, "webhook-timestamp"), text(headers, SIGNATURE));
        if (sources.size() > 1 || !signature.verifies(known.get(0).secret(), body, this.clock.instant())) {
            throw new ApiRefusal(HttpStatus.UNAUTHORIZED, "api.event.signature");
        }
        return known.get(0);
    }

    private static List<CloudEvent> events(byte[] body, HttpHeaders headers, HttpServletRequest request) {
        MediaType type = headers.getContentType();
        String sent = (type != null) ? type.getType() + "/" + type.getSubtype() : "";
        JsonNode tree = read(body, sent, request);
        InputCheck check = new InputCheck();
        List<CloudEvent> events = new ArrayList<>();
        if (sent.equals(BATCH)) {
            check.refuseIf(!tree.isArray() || tree.size() > MOST, "", "api.event.batch", MOST);
            for (int i = 0; i < Math.min(tree.size(), MOST); i++) {
                events.add(CloudEvent.structured("[" + i + "].", tree.path(i), check));
            }
        }
        else if (sent.equals(ONE)) {
            events.add(CloudEvent.structured("", tree, check));
        }
        else {
            events.add(CloudEvent.of("", (name) -> header(headers, name), tree, check));
        }
        check.finish();
        return events;
    }

    private static JsonNode read(byte[] body, String sent, HttpServletRequest request) {
        try {
            JsonNode tree = EventJson.read(body);
            if (!tree.isMissingNode()) {
                return tree;
            }
            throw new HttpMessageNotReadableException("Nothing sent: " + sent, new ServletServerHttpRequest(request));
        }
        catch (JsonProcessingException ex) {
            throw new HttpMessageNotReadableException("No JSON: " + sent, ex, new ServletServerHttpRequest(request));
        }
    }

    private static JsonNode header(HttpHeaders headers, String attribute) {
        String value = headers.getFirst("ce-" + attribute);
        return (value != null) ? TextNode.valueOf(value) : MissingNode.getInstance();
    }

    private static String text(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        return (value != null) ? value : "";
    }

    /**
     * What became of what was sent.
     *
     * @param events each event, in the order in which they were sent
     */
    record Taken(List<Result> events) {
    }

    /**
     * What became of one event.
     *
     * @param id its id
     * @param release key of the release that it belongs to; null if none is known
     */
    record Result(String source, String id, EventState state, String reason, @Nullable String release) {

        static Result of(ReceivedEvent event) {
            return new Result(event.source(), event.eventId(), event.state(), event.reason(), event.releaseKey());
        }

    }

}
