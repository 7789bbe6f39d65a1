package io.slipway;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the diagrams, which people see beside their tasks: everything is drawn, nothing
 * hides or crosses anything else.
 */
class ProcessModelLayoutGuardTests {

    @Test
    void drawsEveryNode() {
        assertThat(ProcessModel.findings((model) -> model.each(FlowNode.class)
            .filter((node) -> node.getDiagramElement() == null)
            .map((node) -> model.finding(node, "draw it: there is no shape for it in the diagram")))).isEmpty();
    }

    @Test
    void drawsEveryFlow() {
        assertThat(ProcessModel.findings((model) -> model.each(SequenceFlow.class)
            .filter((flow) -> waypoints(flow).size() < 2)
            .map((flow) -> model.finding(flow, "draw it: there is no edge with waypoints for it in the diagram"))))
            .isEmpty();
    }

    @Test
    void placesEveryLabel() {
        assertThat(ProcessModel.findings((model) -> model.each(FlowElement.class)
            .filter((element) -> element.getName() != null && !(element instanceof Activity))
            .filter((element) -> label(element) == null)
            .map((element) -> model.finding(element, "give its label bounds, so that every viewer puts it there"))))
            .isEmpty();
    }

    @Test
    void keepsShapesApart() {
        assertThat(findings(ProcessModelLayoutGuardTests::nodes, ProcessModelLayoutGuardTests::nodes,
                (one, other) -> one.overlaps(other) && !one.isPartOf(other) && !other.isPartOf(one),
                "move the shapes apart"))
            .isEmpty();
    }

    @Test
    void endsFlowsAtTheBorderOfTheirShapes() {
        assertThat(ProcessModel.findings((model) -> model.each(SequenceFlow.class).filter((flow) -> {
            List<Waypoint> points = waypoints(flow);
            return points.size() > 1 && !(onBorder(points.get(0), flow.getSource())
                    && onBorder(points.get(points.size() - 1), flow.getTarget()));
        }).map((flow) -> model.finding(flow, "dock both ends at the border of the shapes that it connects"))))
            .isEmpty();
    }

    @Test
    void bendsFlowsAtRightAngles() {
        assertThat(ProcessModel.findings((model) -> model.each(SequenceFlow.class)
            .filter((flow) -> segments(flow).stream()
                .anyMatch((line) -> line.getX1() != line.getX2() && line.getY1() != line.getY2()))
            .map((flow) -> model.finding(flow, "lay it out in horizontal and vertical pieces")))).isEmpty();
    }

    @Test
    void leadsNoFlowThroughAShape() {
        assertThat(findings(ProcessModelLayoutGuardTests::flows, ProcessModelLayoutGuardTests::nodes,
                (flow, node) -> flow.passes(node) && !flow.isInside(node), "lead the flow around the shape"))
            .isEmpty();
    }

    @Test
    void crossesNoFlows() {
        assertThat(findings(ProcessModelLayoutGuardTests::flows, ProcessModelLayoutGuardTests::flows, Drawn::crosses,
                "lead one flow around the other, and dock them at different sides"))
            .isEmpty();
    }

    @Test
    void keepsLabelsOffShapes() {
        assertThat(findings(ProcessModelLayoutGuardTests::labels, ProcessModelLayoutGuardTests::nodes,
                (label, node) -> label.overlaps(node) && !label.isInside(node), "move the label off the shape"))
            .isEmpty();
    }

    @Test
    void keepsLabelsOffFlows() {
        assertThat(findings(ProcessModelLayoutGuardTests::flows, ProcessModelLayoutGuardTests::labels, Drawn::passes,
                "move the label off the flow"))
            .isEmpty();
    }

    @Test
    void keepsLabelsApart() {
        assertThat(findings(ProcessModelLayoutGuardTests::labels, ProcessModelLayoutGuardTests::labels, Drawn::overlaps,
                "move the labels apart"))
            .isEmpty();
    }

    private static List<String> findings(Function<ProcessModel, List<Drawn>> ones,
            Function<ProcessModel, List<Drawn>> others, BiPredicate<Drawn, Drawn> wrong, String advice) {
        return ProcessModel.findings((model) -> ones.apply(model)
            .stream()
            .flatMap((one) -> others.apply(model)
                .stream()
                .filter((other) -> !one.isSame(other) && wrong.test(one, other))
                .map((other) -> model.finding(one.element(), "meets " + other.element().getId() + ": " + advice))));
    }

    private static List<Drawn> nodes(ProcessModel model) {
        return model.each(FlowNode.class)
            .filter((node) -> node.getDiagramElement() != null)
            .map((node) -> new Drawn(node, rectangle(((BpmnShape) node.getDiagramElement()).getBounds()), List.of()))
            .toList();
    }

    private static List<Drawn> flows(ProcessModel model) {
        return model.each(SequenceFlow.class)
            .map((flow) -> new Drawn(flow, new Rectangle2D.Double(), segments(flow)))
            .toList();
    }

    private static List<Drawn> labels(ProcessModel model) {
        return model.each(FlowElement.class)
            .filter((element) -> label(element) != null)
            .map((element) -> new Drawn(element, rectangle(label(element).getBounds()), List.of()))
            .toList();
    }

    private static BpmnLabel label(FlowElement element) {
        BpmnLabel label = null;
        if (element.getDiagramElement() instanceof BpmnShape shape) {
            label = shape.getBpmnLabel();
        }
        else if (element.getDiagramElement() instanceof BpmnEdge edge) {
            label = edge.getBpmnLabel();
        }
        return (label != null && label.getBounds() != null) ? label : null;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Waypoint> waypoints(SequenceFlow flow) {
        return (flow.getDiagramElement() != null) ? List.copyOf(flow.getDiagramElement().getWaypoints()) : List.of();
    }

    private static List<Line2D> segments(SequenceFlow flow) {
        List<Waypoint> points = waypoints(flow);
        return IntStream.range(1, points.size())
            .mapToObj((i) -> (Line2D) new Line2D.Double(points.get(i - 1).getX(), points.get(i - 1).getY(),
                    points.get(i).getX(), points.get(i).getY()))
            .toList();
    }

    /** Round and diamond shapes are met in the middle of a side. */
    private static boolean onBorder(Waypoint point, FlowNode node) {
        if (node.getDiagramElement() == null) {
            return true;
        }
        Rectangle2D shape = rectangle(((BpmnShape) node.getDiagramElement()).getBounds());
        boolean middle = point.getX() == shape.getCenterX() || point.getY() == shape.getCenterY();
        boolean touches = shape.outcode(point.getX(), point.getY()) == 0;
        boolean inside = point.getX() > shape.getMinX() && point.getX() < shape.getMaxX()
                && point.getY() > shape.getMinY() && point.getY() < shape.getMaxY();
        return touches && !inside && (middle || node instanceof Activity);
    }

    /**
     * An element as it is drawn: a shape or label has an area, a flow has lines.
     *
     * @param element the element of the model
     * @param area the area that a shape or label takes
     * @param lines the straight pieces of a flow
     */
    private record Drawn(FlowElement element, Rectangle2D area, List<Line2D> lines) {

        boolean overlaps(Drawn other) {
            return this.area.intersects(other.area);
        }

        boolean passes(Drawn other) {
            Rectangle2D inside = new Rectangle2D.Double(other.area.getX() + 1, other.area.getY() + 1,
                    other.area.getWidth() - 2, other.area.getHeight() - 2);
            return this.lines.stream().anyMatch((line) -> line.intersects(inside));
        }

        boolean crosses(Drawn other) {
            return this.lines.stream().anyMatch((line) -> other.lines.stream().anyMatch(line::intersectsLine));
        }

        boolean isSame(Drawn other) {
            return this.element.equals(other.element) && this.area.equals(other.area);
        }

        /** A boundary event is part of its activity, and a sub-process has parts. */
        boolean isPartOf(Drawn other) {
            return isInside(other)
                    || (this.element instanceof BoundaryEvent event && event.getAttachedTo().equals(other.element));
        }

        boolean isInside(Drawn other) {
            return Stream.iterate(this.element.getParentElement(), (parent) -> parent.getParentElement())
                .takeWhile((parent) -> parent != null)
                .anyMatch(other.element::equals);
        }

    }

}
