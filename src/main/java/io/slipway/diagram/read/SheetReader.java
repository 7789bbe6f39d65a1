package io.slipway.diagram.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.Plane;
import org.jspecify.annotations.Nullable;

/**
 * Reads the diagram interchange: which element is where. A shape without a place, or with
 * an impossible one, is told and left out.
 */
final class SheetReader {

    /** Further out lies nothing that anybody drew on purpose. */
    private static final double FAR = 1_000_000;

    private final Map<String, Element> elements;

    private final Map<String, Box> boxes = new HashMap<>();

    private final List<DiShape> shapes = new ArrayList<>();

    private final List<DiEdge> edges = new ArrayList<>();

    private final List<String> unplaced = new ArrayList<>();

    private int coloured;

    private SheetReader(Map<String, Element> elements) {
        this.elements = elements;
    }

    static List<Sheet> read(XmlNode definitions, Map<String, Element> elements) {
        List<Sheet> sheets = new ArrayList<>();
        definitions.children("BPMNDiagram")
            .flatMap((diagram) -> diagram.children("BPMNPlane").map((plane) -> new XmlNode[] { diagram, plane }))
            .forEach((both) -> sheets.add(new SheetReader(elements).sheet(both[0], both[1], sheets.size())));
        sheets.stream().filter((sheet) -> !showsInside(sheet, elements)).findFirst().ifPresent((main) -> {
            sheets.remove(main);
            sheets.add(0, main);
        });
        return sheets;
    }

    private static boolean showsInside(Sheet sheet, Map<String, Element> elements) {
        Element element = elements.get(sheet.plane().element());
        return element != null && element.kind().isSubProcess();
    }

    private Sheet sheet(XmlNode diagram, XmlNode plane, int number) {
        for (XmlNode node : plane.children()) {
            if (node.is(Space.INTERCHANGE, "BPMNShape")) {
                shape(node);
            }
        }
        for (XmlNode node : plane.children()) {
            if (node.is(Space.INTERCHANGE, "BPMNEdge")) {
                edge(node);
            }
        }
        String id = Stream.of(plane.get("id"), diagram.get("id"), "plane-" + number)
            .filter((name) -> !name.isEmpty())
            .findFirst()
            .orElseThrow();
        String shown = plane.reference("bpmnElement");
        Element element = (shown != null) ? this.elements.get(shown) : null;
        String name = (element != null && !element.name().isEmpty()) ? element.name() : diagram.get("name");
        return new Sheet(new Plane(id, (shown != null) ? shown : "", name), List.copyOf(this.shapes),
                List.copyOf(this.edges), List.copyOf(this.unplaced), this.coloured);
    }

    private void shape(XmlNode node) {
        this.coloured += node.has(XmlNode.COLOURED, "true") ? 1 : 0;
        String reference = reference(node);
        Element element = this.elements.get(reference);
        Box box = box(node.child("Bounds"));
        if (box == null) {
            this.unplaced.add(reference);
            return;
        }
        if (box.width() <= 0 || box.height() <= 0) {
            box = usual(box, element);
        }
        this.boxes.putIfAbsent(reference, box);
        this.boxes.putIfAbsent(node.get("id"), box);
        this.shapes
            .add(new DiShape(reference, element, box, label(node), node.flag("isExpanded"), node.flag("isHorizontal"),
                    Boolean.TRUE.equals(node.flag("isMarkerVisible")), node.get("participantBandKind")));
    }

    private void edge(XmlNode node) {
        this.coloured += node.has(XmlNode.COLOURED, "true") ? 1 : 0;
        String reference = reference(node);
        Element element = this.elements.get(reference);
        List<Point> points = new ArrayList<>();
        node.children("waypoint").forEach((waypoint) -> {
            double x = number(waypoint.get("x"));
            double y = number(waypoint.get("y"));
            if (usable(x) && usable(y)) {
                points.add(new Point(x, y));
            }
        });
        if (points.size() < 2) {
            complete(points, end(node, "sourceElement", (element != null) ? element.source() : null),
                    end(node, "targetElement", (element != null) ? element.target() : null));
        }
        if (points.size() < 2) {
            this.unplaced.add(reference);
            return;
        }
        this.edges
            .add(new DiEdge(reference, element, List.copyOf(points), label(node), node.get("messageVisibleKind")));
    }

    /** A line without waypoints goes straight from one shape to the other. */
    private static void complete(List<Point> points, @Nullable Box source, @Nullable Box target) {
        if (source == null || target == null) {
            return;
        }
        Point bend = points.isEmpty() ? null : points.get(0);
        points.clear();
        points.add(source.border((bend != null) ? bend : target.center()));
        if (bend != null && !bend.equals(points.get(0))) {
            points.add(bend);
        }
        points.add(target.border((bend != null) ? bend : source.center()));
    }

    private @Nullable Box end(XmlNode edge, String attribute, @Nullable String reference) {
        Box shape = this.boxes.get(String.valueOf(edge.reference(attribute)));
        return (shape != null || reference == null) ? shape : this.boxes.get(reference);
    }

    /** An id may hold a colon, against the rules; mostly a colon ends a prefix. */
    private String reference(XmlNode node) {
        String whole = node.get("bpmnElement").strip();
        String local = XmlNode.local(whole);
        if (local == null) {
            return node.get("id");
        }
        return this.elements.containsKey(whole) ? whole : local;
    }

    private static @Nullable Box label(XmlNode node) {
        XmlNode label = node.child("BPMNLabel");
        Box box = (label != null) ? box(label.child("Bounds")) : null;
        boolean nowhere = box == null || (box.width() == 0 && box.height() == 0 && box.x() == 0 && box.y() == 0);
        return nowhere ? null : box;
    }

    private static @Nullable Box box(@Nullable XmlNode bounds) {
        if (bounds == null) {
            return null;
        }
        double x = number(bounds.get("x"));
        double y = number(bounds.get("y"));
        double width = number(bounds.get("width"));
        double height = number(bounds.get("height"));
        boolean usable = usable(x) && usable(y) && usable(width) && usable(height);
        return usable ? new Box(x, y, Math.max(0, width), Math.max(0, height)) : null;
    }

    private static Box usual(Box box, @Nullable Element element) {
        BpmnKind.Family family = (element != null) ? element.kind().family() : BpmnKind.Family.UNKNOWN;
        return switch (family) {
            case EVENT -> new Box(box.x(), box.y(), 36, 36);
            case GATEWAY, DATA -> new Box(box.x(), box.y(), 50, 50);
            case POOL -> new Box(box.x(), box.y(), 600, 250);
            default -> new Box(box.x(), box.y(), 100, 80);
        };
    }

    private static boolean usable(double number) {
        return Math.abs(number) <= FAR;
    }

    private static double number(String text) {
        try {
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        }
        catch (NumberFormatException ex) {
            return Double.NaN;
        }
    }

}
