package io.slipway.deployment.environment;

import io.slipway.configuration.baseline.Baseline;

/**
 * How the register differs from what was recorded after the latest deployment into an
 * environment.
 *
 * @param baseline what was recorded then
 * @param items how many items it compares
 * @param changed how many of them differ now
 */
public record Drift(Baseline baseline, int items, int changed) {
}
