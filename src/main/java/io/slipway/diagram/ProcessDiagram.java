package io.slipway.diagram;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.slipway.diagram.draw.Sketch;
import io.slipway.diagram.read.BpmnFile;
import io.slipway.diagram.read.DiEdge;
import io.slipway.diagram.read.DiShape;
import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.Sheet;

/**
 * A BPMN 2.0 file as it was read: what there is, and where it is drawn. Immutable, so it
 * may be kept for all viewers.
 */
public final class ProcessDiagram {

    private final BpmnFile file;

    private final Map<String, DiagramElement> elements = new LinkedHashMap<>();

    private final List<DiagramFlow> flows;

    private final Map<String, Plane> places = new LinkedHashMap<>();

    private final List<Sketch> sketches;

    private final List<String> unknown;

    private final Map<String, String> missing;

    private ProcessDiagram(BpmnFile file) {
        this.file = file;
        for (Sheet sheet : file.sheets()) {
            sheet.shapes().forEach((shape) -> this.places.putIfAbsent(shape.reference(), sheet.plane()));
        }
        for (Element node : file.nodes()) {
            this.elements.putIfAbsent(node.id(), new DiagramElement(node.id(), node.name(), node.kind(), node.parent(),
                    node.called(), node.documentation(), this.places.containsKey(node.id())));
        }
        this.flows = file.elements()
            .stream()
            .filter((element) -> element.kind() == BpmnKind.SEQUENCE_FLOW)
            .map((flow) -> new DiagramFlow(flow.id(), flow.name(), String.valueOf(flow.source()),
                    String.valueOf(flow.target())))
            .toList();
        this.sketches = file.sheets().stream().map((sheet) -> Sketch.of(file, sheet)).toList();
        this.unknown = unknown(file);
        this.missing = findMissing();
    }

    /**
     * Reads a file. External entities are never resolved. Refuses what is no BPMN, or
     * larger or deeper than any honest file, with an {@link UnreadableDiagramException}
     * that names line and reason; anything else is read as far as it makes sense.
     */
    public static ProcessDiagram read(String bpmn) {
        return new ProcessDiagram(BpmnFile.read(bpmn));
    }

    /**
     * The sheets of the file.
     * @return the planes; the first is the main one, and those of collapsed sub-processes
     * follow. Empty if the file says nothing about how it is drawn
     */
    public List<Plane> planes() {
        return this.file.sheets().stream().map(Sheet::plane).toList();
    }

    /**
     * The plane on which an element is drawn.
     * @return its plane, if it is drawn at all
     */
    public Optional<Plane> planeOf(String element) {
        return Optional.ofNullable(this.places.get(element));
    }

    /**
     * Every flow node.
     * @return the nodes in flow order; what lies in a sub-process follows it
     */
    public List<DiagramElement> elements() {
        return List.copyOf(this.elements.values());
    }

    /**
     * Every sequence flow.
     * @return the flows in the order of the file
     */
    public List<DiagramFlow> flows() {
        return this.flows;
    }

    /**
     * One flow node.
     * @return the node, if the model has it
     */
    public Optional<DiagramElement> element(String id) {
        return Optional.ofNullable(this.elements.get(id));
    }

    /**
     * What could be drawn as a neutral box or line only.
     * @return names, or ids of what has none
     */
    public List<String> unknown() {
        return this.unknown;
    }

    /** How many shapes and lines of a sheet have colours of their own in the file. */
    int coloured(Sketch sketch) {
        int sheet = this.sketches.indexOf(sketch);
        return (sheet >= 0) ? this.file.sheets().get(sheet).coloured() : 0;
    }

    /** The sheet with an id, or of a sub-process; the main one for an empty id. */
    Optional<Sketch> sketch(String plane) {
        List<Plane> planes = planes();
        for (int i = 0; i < planes.size(); i++) {
            if (plane.isEmpty() || planes.get(i).id().equals(plane) || planes.get(i).element().equals(plane)) {
                return Optional.of(this.sketches.get(i));
            }
        }
        return Optional.empty();
    }

    /** A prefix of ids for one of the sheets: the same each time that it is drawn. */
    String prefix(Sketch sketch) {
        return "diagram-" + Integer.toHexString(Objects.hash(planes(), this.sketches.indexOf(sketch)));
    }

    /**
     * What no sheet shows, by id: flow nodes without a shape that lie in no closed
     * sub-process, flows without a line, and whatever else has a shape without a place.
     */
    Map<String, String> missing() {
        return this.missing;
    }

    private Map<String, String> findMissing() {
        Set<String> drawn = new HashSet<>(this.places.keySet());
        this.file.sheets().forEach((sheet) -> sheet.edges().forEach((edge) -> drawn.add(edge.reference())));
        // A drawn sub-process of which no part is drawn is a closed one.
        Set<String> open = new HashSet<>();
        this.file.elements()
            .stream()
            .filter((element) -> element.parent() != null && drawn.contains(element.id()))
            .forEach((element) -> open.add(element.parent()));
        Map<String, String> found = new LinkedHashMap<>();
        for (Element element : this.file.elements()) {
            String parent = element.parent();
            boolean expected = element.kind().isFlowNode() || element.kind() == BpmnKind.SEQUENCE_FLOW;
            boolean hidden = parent != null && !open.contains(parent) && isDrawn(parent, drawn);
            if (expected && !hidden && !drawn.contains(element.id())) {
                found.put(element.id(), element.label());
            }
        }
        for (Sheet sheet : this.file.sheets()) {
            sheet.unplaced()
                .stream()
                .filter((id) -> !drawn.contains(id))
                .forEach((id) -> found.putIfAbsent(id, label(id)));
        }
        return found;
    }

    /** Whether a sub-process is drawn, or lies within one that is. */
    private boolean isDrawn(String subProcess, Set<String> drawn) {
        String id = subProcess;
        for (int i = 0; id != null && i < 200; i++) {
            if (drawn.contains(id)) {
                return true;
            }
            Element element = this.file.byId().get(id);
            id = (element != null) ? element.parent() : null;
        }
        return false;
    }

    private String label(String id) {
        Element element = this.file.byId().get(id);
        return (element != null) ? element.label() : id;
    }

    private static List<String> unknown(BpmnFile file) {
        Set<String> unknown = new LinkedHashSet<>();
        for (Sheet sheet : file.sheets()) {
            for (DiShape shape : sheet.shapes()) {
                Element element = shape.element();
                if (element == null || element.kind().family() == BpmnKind.Family.UNKNOWN
                        || element.kind().family() == BpmnKind.Family.EDGE) {
                    unknown.add((element != null) ? element.label() : shape.reference());
                }
            }
            for (DiEdge edge : sheet.edges()) {
                Element element = edge.element();
                if (element == null || element.kind().family() != BpmnKind.Family.EDGE) {
                    unknown.add((element != null) ? element.label() : edge.reference());
                }
            }
        }
        return List.copyOf(unknown);
    }

}
