package io.slipway.permit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param subjects what the release shall pass: ids of freezes, names of facts
 * @param reason why, at most {@value PermitManagement#TEXT} characters
 * @param followUp what will be done about it afterwards; empty if the kind asks for none
 * @param expiresAt until when it shall count, UTC; null, which is refused, if it was not
 * said
 */
public record PermitRequest(String kind, String releaseKey, List<String> subjects, String reason, String followUp,
        @Nullable Instant expiresAt) {
}
