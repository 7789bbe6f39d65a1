package io.slipway.review;

import java.time.Instant;

/**
 * What was brought up to date in the CMDB after a release.
 *
 * @param updates what was updated, at most 4,000 characters
 * @param by user name of who confirmed it
 * @param at when, UTC
 */
public record ConfirmedConfiguration(String updates, String by, Instant at) {
}
