package io.slipway.schedule;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something in the schedule that speaks for or against a deployment.
 *
 * @param rule which rule: {@code window}, {@code freeze}, {@code stop-the-line}
 * @param blocking whether it forbids the deployment; a soft freeze only warns
 * @param name what it is called, such as the freeze's name
 * @param reason why, as text for people
 * @param from since when it holds, UTC; null if always
 * @param until until when, UTC; null if nobody knows
 * @param link address of the page where it can be changed, such as
 * {@code /administration/schedule/freezes/7}
 */
public record ScheduleFinding(String rule, boolean blocking, String name, String reason, @Nullable Instant from,
        @Nullable Instant until, String link) {
}
