package io.slipway.earlylife;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The early life support of a release, as pages and other features see it.
 *
 * @param startedAt when it began, UTC
 * @param endsAt when the period is over, UTC
 * @param leastEndsAt before when only the service owner may end it, UTC; null where the
 * policy asks for no least time
 * @param earlyEnd what operations asked the service owner, while it is open or was agreed
 * to
 * @param watch the state of its exit criteria and incidents
 * @param extensions its extensions, oldest first
 * @param decidedBy user name of who ended it
 * @param decidedAt when it ended, UTC
 */
public record SupportDetails(Instant startedAt, Instant endsAt, @Nullable Instant leastEndsAt,
        @Nullable EarlyEnd earlyEnd, SupportStatus status, Watch watch, List<SupportExtension> extensions,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String reason, int version) {
}
