package io.slipway.configuration.baseline;

import java.time.Instant;

/**
 * The recorded state of a release's items at one moment.
 *
 * @param id its number
 * @param attempt which attempt to deploy it, from 1
 * @param takenAt when, UTC
 * @param takenBy user name of whose act took it
 * @param leftOut how many it left out, beyond {@link BaselineManagement#MOST}
 */
public record Baseline(long id, String releaseKey, int attempt, Moment moment, Instant takenAt, String takenBy,
        int items, int leftOut) {
}
