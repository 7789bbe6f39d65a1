package io.slipway.validation.gate;

import java.util.List;

import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;

/**
 * The gates of a release, as they judge its package now.
 *
 * @param risk how much it puts at stake
 * @param gates every gate, those that hold the release back first, then in the order of
 * the table; empty before the plan is submitted
 */
public record ReleaseGates(ReleaseType type, Risk risk, List<Gate> gates) {

    /**
     * The gates that hold the release back.
     * @return those that fail or miss what must not be missing
     */
    public List<Gate> stopping() {
        return this.gates.stream().filter(Gate::stops).toList();
    }

    /**
     * The gates that stand in the way of passing the test results.
     * @return the stopping ones, without the rehearsal, which comes later
     */
    public List<Gate> stoppingValidation() {
        return stopping().stream().filter(Gate::ofValidation).toList();
    }

    /** Whether delivered test results are judged. */
    public boolean knowsTests() {
        return this.gates.stream().anyMatch((gate) -> gate.fact().equals(EvidenceFacts.TESTS) && gate.value() != null);
    }

}
