package io.slipway.workflow.operation;

import java.util.List;

/**
 * Where a token can go, and where not.
 *
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
     * Where it cannot go, as far as it lies in the same part of the process.
     * @return the targets that a rule refuses
     */
    public List<MoveTarget> refused() {
        return this.targets.stream()
            .filter((target) -> !target.verdict().allowed())
            .filter((target) -> !target.verdict().policy().equals(TokenMovePolicy.ANOTHER_PART))
            .toList();
    }

    /**
     * What lies in another part of the process, where it cannot go either.
     * @return the labels of what can be told apart
     */
    public List<String> elsewhere() {
        return this.targets.stream()
            .filter((target) -> target.verdict().policy().equals(TokenMovePolicy.ANOTHER_PART))
            .map(MoveTarget::name)
            .distinct()
            .toList();
    }

}
