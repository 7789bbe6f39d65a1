package io.slipway.diagram;

/**
 * A sequence flow of a model.
 *
 * @param id its id in the model
 * @param name its label, empty if it has none
 * @param source id of the node that it leaves
 * @param target id of the node to which it leads
 */
public record DiagramFlow(String id, String name, String source, String target) {
}
