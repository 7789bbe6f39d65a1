package io.slipway.workflow.operation;

import io.slipway.identity.Verdict;
import io.slipway.workflow.model.ModelVersion;

/**
 * One place at which a process of a release waits.
 *
 * @param id names the token as long as it waits there
 * @param kind its BPMN type, such as {@code userTask}
 * @param passed whether the element is done and the token waits to leave it
 * @param leaves whether it waits at a save point of the engine
 * @param movable whether it can be moved at all, and if not why
 */
public record Token(String id, String run, ModelVersion model, String element, String name, String kind, boolean passed,
        boolean leaves, Verdict movable) {
}
