package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.BpmnFile;
import io.slipway.diagram.read.DiEdge;
import io.slipway.diagram.read.DiShape;
import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Sketches one sheet: frames behind, then lines, then shapes in flow order.
 */
final class Sketcher {

    private final BpmnFile file;

    private final Sheet sheet;

    private final Crowd crowd = new Crowd();

    private final Map<String, List<Box>> inside = new HashMap<>();

    private final Map<String, List<Way>> ways = new HashMap<>();

    private @Nullable Box extent;

    Sketcher(BpmnFile file, Sheet sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    Sketch sketch() {
        prepare();
        List<Map.Entry<Box, Frame>> frames = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (DiShape shape : this.sheet.shapes()) {
            boolean open = isOpen(shape);
            if (isFrame(shape)) {
                frames.add(Map.entry(shape.box(), FrameSketcher.frame(shape, holdsNodes(shape))));
            }
            else {
                figures.add(figure(shape, open));
                if (open) {
                    frames.add(Map.entry(shape.box(), FrameSketcher.ground(shape)));
                }
            }
        }
        figures = beside(figures);
        List<Line> lines = lines();
        frames.sort(Comparator.comparingDouble((frame) -> -frame.getKey().area()));
        List<Frame> sorted = frames.stream().map(Map.Entry::getValue).toList();
        return new Sketch(sorted, lines, inFlowOrder(figures), shownIn(figures), signs(sorted, lines, figures),
                (this.extent != null) ? this.extent.grown(24) : new Box(0, 0, 400, 100), this.crowd);
    }

    private void prepare() {
        for (DiShape shape : this.sheet.shapes()) {
            Element element = shape.element();
            if (element != null && element.parent() != null) {
                this.inside.computeIfAbsent(element.parent(), (id) -> new ArrayList<>()).add(shape.box());
            }
            take(shape.box());
        }
        for (DiShape shape : this.sheet.shapes()) {
            if (!isFrame(shape) && !isOpen(shape)) {
                this.crowd.add(shape.box());
            }
        }
        for (DiEdge edge : this.sheet.edges()) {
            this.crowd.add(edge.points());
            edge.points().forEach((point) -> take(new Box(point.x(), point.y(), 0, 0)));
        }
        for (Element flow : this.file.elements()) {
            Element target = (flow.kind() == BpmnKind.SEQUENCE_FLOW && flow.target() != null)
                    ? this.file.byId().get(flow.target()) : null;
            if (target != null && flow.source() != null) {
                this.ways.computeIfAbsent(flow.source(), (id) -> new ArrayList<>()).add(new Way(flow.name(), target));
            }
        }
    }

    private void take(Box box) {
        this.extent = (this.extent != null) ? this.extent.with(box) : box;
    }

    /**
     * Whether a sub-process shows its inside; where the file is silent, by what is drawn.
     */
    private boolean isOpen(DiShape shape) {
        Element element = shape.element();
        if (element == null) {
            return false;
        }
        Box box = shape.box();
        if (element.kind() == BpmnKind.CALL_ACTIVITY || element.kind() == BpmnKind.CALL_CHOREOGRAPHY) {
            return Boolean.TRUE.equals(shape.expanded()) && (box.width() > 160 || box.height() > 120);
        }
        return element.kind().isSubProcess() && (Boolean.TRUE.equals(shape.expanded())
                || this.inside.getOrDefault(element.id(), List.of()).stream().anyMatch(box::holds));
    }

    /** A shape of an unknown kind lies behind what it holds, and hides nothing. */
    private boolean isFrame(DiShape shape) {
        BpmnKind.Family family = (shape.element() != null) ? shape.element().kind().family() : BpmnKind.Family.UNKNOWN;
        boolean unknown = family == BpmnKind.Family.UNKNOWN || family == BpmnKind.Family.EDGE;
        return FrameSketcher.isFrame(shape) || (unknown && this.sheet.shapes()
            .stream()
            .anyMatch((other) -> other.box().area() < shape.box().area() && shape.box().holds(other.box())));
    }

    private boolean holdsNodes(DiShape pool) {
        return this.sheet.shapes()
            .stream()
            .anyMatch((shape) -> shape.element() != null && shape.element().kind().isFlowNode()
                    && pool.box().holds(shape.box()));
    }

    private Figure figure(DiShape shape, boolean open) {
        Figure figure = FigureSketcher.figure(shape, open);
        String name = Labels.shown(shape);
        if (Labels.isWithin(figure)) {
            figure = figure.with(Labels.within(figure, name, open));
        }
        else if (shape.label() != null && !name.isBlank()) {
            Label label = Labels.given(shape.label(), shape.box(), name);
            this.crowd.add(label.box());
            figure = figure.with(label);
        }
        if (!figure.label().isEmpty()) {
            take(figure.label().box());
        }
        return figure.leadingTo(List.copyOf(this.ways.getOrDefault(shape.reference(), List.of())));
    }

    /** Labels without a place get theirs when all others have it. */
    private List<Figure> beside(List<Figure> figures) {
        List<Figure> labelled = new ArrayList<>();
        for (Figure figure : figures) {
            String name = (figure.element() != null) ? figure.element().name() : "";
            if (figure.label().isEmpty() && !name.isBlank() && !Labels.isWithin(figure)) {
                Label label = Labels.beside(figure, name, this.crowd);
                this.crowd.add(label.box());
                take(label.box());
                labelled.add(figure.with(label));
            }
            else {
                labelled.add(figure);
            }
        }
        return labelled;
    }

    private List<Line> lines() {
        Map<String, DiShape> shapes = new HashMap<>();
        this.sheet.shapes().forEach((shape) -> shapes.putIfAbsent(shape.reference(), shape));
        LineSketcher sketcher = new LineSketcher(this.file.byId(), shapes);
        LineLabels labels = new LineLabels(this.crowd);
        List<Line> lines = new ArrayList<>();
        // Those with a place first, so that the others find theirs beside them.
        Map<DiEdge, Label> placed = new HashMap<>();
        this.sheet.edges().forEach((edge) -> labels.given(edge).ifPresent((label) -> placed.put(edge, label)));
        for (DiEdge edge : this.sheet.edges()) {
            Label label = placed.computeIfAbsent(edge, labels::beside);
            if (!label.isEmpty()) {
                take(label.box());
            }
            lines.add(sketcher.line(edge, label));
        }
        return lines;
    }

    private List<Figure> inFlowOrder(List<Figure> figures) {
        Map<String, Integer> order = new HashMap<>();
        this.file.nodes().forEach((node) -> order.putIfAbsent(node.id(), order.size()));
        List<Figure> sorted = new ArrayList<>(figures);
        sorted.sort(Comparator.comparingInt((figure) -> order.getOrDefault(figure.id(), Integer.MAX_VALUE)));
        return sorted;
    }

    private Map<String, String> shownIn(List<Figure> figures) {
        Set<String> drawn = new HashSet<>();
        figures.forEach((figure) -> drawn.add(figure.id()));
        Map<String, String> shownIn = new LinkedHashMap<>();
        for (Element node : this.file.nodes()) {
            String parent = node.parent();
            for (int i = 0; parent != null && i < 200 && !drawn.contains(node.id()); i++) {
                if (drawn.contains(parent)) {
                    shownIn.put(node.id(), parent);
                    break;
                }
                Element outer = this.file.byId().get(parent);
                parent = (outer != null) ? outer.parent() : null;
            }
        }
        return shownIn;
    }

    private static Set<String> signs(List<Frame> frames, List<Line> lines, List<Figure> figures) {
        Set<String> signs = new TreeSet<>();
        frames.stream().map(Frame::sign).filter((sign) -> sign != null).forEach((sign) -> signs.add(sign.name()));
        lines.stream().map(Line::sign).filter((sign) -> sign != null).forEach((sign) -> signs.add(sign.name()));
        figures.forEach((figure) -> figure.signs().forEach((sign) -> signs.add(sign.name())));
        return signs;
    }

}
