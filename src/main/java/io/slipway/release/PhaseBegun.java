package io.slipway.release;

/**
 * Tells, within the same transaction, that a release entered a phase.
 *
 * @param key the release's key
 * @param phase the phase
 */
public record PhaseBegun(String key, Phase phase) {
}
