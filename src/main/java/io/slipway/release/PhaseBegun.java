package io.slipway.release;

/**
 * Tells, within the same transaction, that a release entered a phase.
 */
public record PhaseBegun(String key, Phase phase) {
}
