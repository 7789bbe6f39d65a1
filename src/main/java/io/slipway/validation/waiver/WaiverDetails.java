package io.slipway.validation.waiver;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A waiver, as pages show it.
 *
 * @param id its id
 * @param releaseKey key of the release
 * @param facts names of the facts
 * @param justification why the package may go on
 * @param followUp what will be done about them
 * @param expiresAt until when it counts, UTC
 * @param status how far it is
 * @param requestedBy user name of who asked for it
 * @param requestedAt when, UTC
 * @param decidedBy user name of who decided; null before
 * @param decidedAt when, UTC
 * @param reason why it was decided so; null if nothing was said
 * @param result what became of the follow-up; null before
 * @param closedBy user name of who said so
 * @param closedAt when, UTC
 * @param ofThisPackage whether it was asked for the package as it is
 */
public record WaiverDetails(long id, String releaseKey, List<String> facts, String justification, String followUp,
        Instant expiresAt, WaiverStatus status, String requestedBy, Instant requestedAt, @Nullable String decidedBy,
        @Nullable Instant decidedAt, @Nullable String reason, @Nullable String result, @Nullable String closedBy,
        @Nullable Instant closedAt, boolean ofThisPackage) {
}
