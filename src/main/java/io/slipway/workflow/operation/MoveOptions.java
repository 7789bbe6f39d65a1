package io.slipway.workflow.operation;

import java.util.List;

/**
 * Where a token can go, and where not.
 *
 * @param token the token
 * @param targets all other elements of its model, in the model's order
 */
public record MoveOptions(Token token, List<MoveTarget> targets) {

    /**
     * Where it can go.
     * @return the targets that no rule refuses
     */
    public List<MoveTarget> allowed() {
        return this.targets.stream().filter((target) -> target.verdict().allowed()).toList();
    }

    /**
     * Where it cannot go.
     * @return the targets that a rule refuses
     */
    public List<MoveTarget> refused() {
        return this.targets.stream().filter((target) -> !target.verdict().allowed()).toList();
    }

}
