package io.slipway.diagram.draw;

import io.slipway.diagram.read.Element;

/**
 * A way out of a shape.
 *
 * @param name the label of the flow, empty if it has none
 * @param target where it leads
 */
public record Way(String name, Element target) {
}
