package io.slipway.diagram;

import java.util.List;
import java.util.Optional;

/**
 * A BPMN 2.0 file as it was read: what there is, and where it is drawn. Immutable, so it
 * may be kept for all viewers.
 */
public final class ProcessDiagram {

    private ProcessDiagram() {
    }

    /**
     * Reads a file. External entities are never resolved. Refuses what is no BPMN, or
     * larger or deeper than any honest file, with an {@link UnreadableDiagramException}
     * that names line and reason; anything else is read as far as it makes sense.
     * @param bpmn the file's text
     * @return the diagram
     */
    public static ProcessDiagram read(String bpmn) {
        return new ProcessDiagram();
    }

    /**
     * The sheets of the file.
     * @return the planes; the first is the main one, and those of collapsed sub-processes
     * follow. Empty if the file says nothing about how it is drawn
     */
    public List<Plane> planes() {
        return List.of();
    }

    /**
     * The plane on which an element is drawn.
     * @param element the element's id
     * @return its plane, if it is drawn at all
     */
    public Optional<Plane> planeOf(String element) {
        return Optional.empty();
    }

    /**
     * Every flow node.
     * @return the nodes in flow order; what lies in a sub-process follows it
     */
    public List<DiagramElement> elements() {
        return List.of();
    }

    /**
     * Every sequence flow.
     * @return the flows in the order of the file
     */
    public List<DiagramFlow> flows() {
        return List.of();
    }

    /**
     * One flow node.
     * @param id its id
     * @return the node, if the model has it
     */
    public Optional<DiagramElement> element(String id) {
        return elements().stream().filter((one) -> one.id().equals(id)).findFirst();
    }

    /**
     * What could be drawn as a neutral box only.
     * @return names, or ids of what has none
     */
    public List<String> unknown() {
        return List.of();
    }

}
