package io.slipway.diagram.read;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The line of an element on a sheet.
 *
 * @param reference the id to which it refers, or its own where it refers to none
 * @param element the element that it shows, null if the model does not have it
 * @param points where it goes along, at least two
 * @param label where its label is, null if the file does not say
 * @param envelope the kind of message that is shown on it, empty if none is
 */
public record DiEdge(String reference, @Nullable Element element, List<Point> points, @Nullable Box label,
        String envelope) {
}
