package io.slipway.deployment;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * What somebody stated about a deployment, and when.
 *
 * @param at when, UTC
 * @param text the statement or the reason
 */
@Embeddable
public record Act(String by, Instant at, String text) {
}
