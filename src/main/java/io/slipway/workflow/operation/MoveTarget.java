package io.slipway.workflow.operation;

import io.slipway.identity.Verdict;

/**
 * An element to which a token might be moved.
 *
 * @param kind its BPMN type, such as {@code userTask}
 * @param verdict whether it is allowed, and if not by which rule and why
 */
public record MoveTarget(String element, String name, String kind, boolean back, Verdict verdict) {
}
