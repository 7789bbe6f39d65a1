package io.slipway.diagram;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is shown on top of a diagram: marks of elements and the path that was taken.
 *
 * @param flows how often each sequence flow was passed, by its id
 * @param selected the element that is looked at, null for none
 * @param showPath whether the path is shown: what was taken, and what was not reached
 */
public record DiagramOverlay(Map<String, ElementMark> elements, Map<String, Long> flows, @Nullable String selected,
        boolean showPath) {

    /** The diagram alone. */
    public static final DiagramOverlay NONE = new DiagramOverlay(Map.of(), Map.of(), null, false);

    /** Keeps what it was given. */
    public DiagramOverlay {
        elements = Map.copyOf(elements);
        flows = Map.copyOf(flows);
    }

}
