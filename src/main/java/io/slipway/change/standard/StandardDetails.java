package io.slipway.change.standard;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A standing authorisation, as pages show it.
 *
 * @param id its number
 * @param rule what it is and when it may be used
 * @param services names of its services, in order
 * @param proposedAt when, UTC
 * @param decidedBy user name of who authorised, declined or withdrew it
 * @param decidedAt when, UTC
 * @param reason why it was declined or withdrawn
 */
public record StandardDetails(long id, StandardRule rule, List<String> services, StandardStatus status,
        String proposedBy, Instant proposedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
        @Nullable String reason) {
}
