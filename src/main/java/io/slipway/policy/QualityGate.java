package io.slipway.policy;

/**
 * How good a fact about a package has to be.
 *
 * @param fact the fact, such as {@code tests.failed.critical}
 * @param gate the gate that it belongs to, such as {@code test-results}
 * @param most whether the threshold is the most it may be; otherwise the least
 * @param missingStops whether its absence stops a release that needs the gate
 */
public record QualityGate(String fact, String gate, boolean most, int threshold, boolean missingStops, String reason,
        DecisionReference decision) {

    /** Whether a value is good enough. */
    public boolean passes(int value) {
        return this.most ? value <= this.threshold : value >= this.threshold;
    }

}
