package io.slipway.diagram.read;

import java.util.List;

import io.slipway.diagram.Plane;

/**
 * What is drawn on one plane.
 *
 * @param shapes the shapes, in the order of the file
 * @param edges the lines, in the order of the file
 * @param unplaced ids of what has a shape or line without a usable place
 * @param coloured how many shapes and lines the file gives colours of their own
 */
public record Sheet(Plane plane, List<DiShape> shapes, List<DiEdge> edges, List<String> unplaced, int coloured) {
}
