package io.slipway.deployment;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * One run of a release package into an environment, as the deployment manager reports it.
 *
 * @param environment where it was deployed, at most 80 characters
 * @param startedAt when it began, UTC
 * @param finishedAt when it was done, UTC
 * @param notes what was seen, at most 4,000 characters; may be empty
 */
@Embeddable
public record Run(String environment, Instant startedAt, Instant finishedAt, String notes) {
}
