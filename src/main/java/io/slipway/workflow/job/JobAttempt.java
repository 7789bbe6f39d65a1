package io.slipway.workflow.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a job.
 *
 * @param at when, UTC
 * @param failed whether an attempt failed; otherwise it was made
 * @param retries how many attempts were left before
 * @param message what went wrong, in one line
 */
public record JobAttempt(Instant at, boolean failed, int retries, @Nullable String message, @Nullable String host) {
}
