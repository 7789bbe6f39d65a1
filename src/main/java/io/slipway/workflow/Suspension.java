package io.slipway.workflow;

import java.time.Instant;

/**
 * That a release stands still: none of its tasks can be taken or decided, and none of its
 * timers and jobs runs, until it is resumed.
 *
 * @param by user name of who suspended it
 * @param at since when, UTC
 */
public record Suspension(String businessKey, String by, Instant at, String reason) {
}
