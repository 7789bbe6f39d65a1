package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.DiEdge;
import io.slipway.diagram.read.DiShape;
import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.Point;
import io.slipway.diagram.read.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Draws a line with round bends, and what it has at its ends.
 */
final class LineSketcher {

    private static final double BEND = 6;

    private static final double HEAD = 9;

    private final Map<String, Element> elements;

    private final Map<String, DiShape> shapes;

    LineSketcher(Map<String, Element> elements, Map<String, DiShape> shapes) {
        this.elements = elements;
        this.shapes = shapes;
    }

    Line line(DiEdge edge, Label label) {
        Element element = edge.element();
        BpmnKind kind = (element != null) ? element.kind() : BpmnKind.UNKNOWN;
        List<Point> points = Docking.between(edge.points(), shape(element, true), shape(element, false));
        Point first = points.get(0);
        Point second = next(points, 0, 1);
        Point last = points.get(points.size() - 1);
        Point before = next(points, points.size() - 1, -1);
        List<Tip> tips = new ArrayList<>();
        List<Point> drawn = new ArrayList<>(points);
        if (kind == BpmnKind.SEQUENCE_FLOW || kind == BpmnKind.MESSAGE_FLOW) {
            drawn.set(drawn.size() - 1, last.towards(before, Math.min(HEAD - 3, last.to(before))));
        }
        switch (kind) {
            case SEQUENCE_FLOW -> {
                tips.add(new Tip("dg-head", head(before, last)));
                if (element.is(Trait.DEFAULT)) {
                    tips.add(new Tip("dg-slash", slash(first, second)));
                }
                else if (element.is(Trait.CONDITIONAL)) {
                    tips.add(new Tip("dg-hollow", diamond(first, second)));
                }
            }
            case MESSAGE_FLOW -> {
                tips.add(new Tip("dg-hollow", circle(first, second)));
                tips.add(new Tip("dg-hollow", head(before, last)));
            }
            default -> {
                if (is(element, Trait.DIRECTED) || is(element, Trait.BOTH_WAYS)) {
                    tips.add(new Tip("dg-arrow", arrow(before, last)));
                }
                if (is(element, Trait.BOTH_WAYS)) {
                    tips.add(new Tip("dg-arrow", arrow(second, first)));
                }
            }
        }
        String css = switch (kind) {
            case SEQUENCE_FLOW -> "dg-sequence";
            case MESSAGE_FLOW -> "dg-message";
            case ASSOCIATION, DATA_INPUT_ASSOCIATION, DATA_OUTPUT_ASSOCIATION -> "dg-association";
            case CONVERSATION_LINK -> "dg-conversation";
            default -> "dg-unknown";
        };
        Sign sign = edge.envelope().isEmpty() ? null
                : Sign.amid(edge.envelope().equals("non_initiating") ? "message-filled" : "message",
                        new Box(middle(points).x(), middle(points).y(), 0, 0), 22);
        return new Line(edge.reference(), css, path(drawn), exact(edge.points()), tips, sign, label,
                (element != null) ? element.name() : "", end(element, true), end(element, false), edge.points());
    }

    private static boolean is(@Nullable Element element, Trait trait) {
        return element != null && element.is(trait);
    }

    private @Nullable DiShape shape(@Nullable Element line, boolean source) {
        String id = (line == null) ? null : source ? line.source() : line.target();
        return (id != null) ? this.shapes.get(id) : null;
    }

    private @Nullable Element end(@Nullable Element line, boolean source) {
        String id = (line == null) ? null : source ? line.source() : line.target();
        return (id != null) ? this.elements.get(id) : null;
    }

    /** The nearest point that is another, so that an end has a direction. */
    private static Point next(List<Point> points, int from, int step) {
        for (int i = from + step; i >= 0 && i < points.size(); i += step) {
            if (points.get(i).to(points.get(from)) > 0.5) {
                return points.get(i);
            }
        }
        return new Point(points.get(from).x() - step, points.get(from).y());
    }

    /** The point in the middle of the way. */
    static Point middle(List<Point> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).to(points.get(i));
        }
        double rest = length / 2;
        for (int i = 1; i < points.size(); i++) {
            double piece = points.get(i - 1).to(points.get(i));
            if (rest <= piece) {
                return points.get(i - 1).towards(points.get(i), rest);
            }
            rest -= piece;
        }
        return points.get(points.size() - 1);
    }

    private static String exact(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(Outlines.path(path.isEmpty() ? "M" : "L", point.x(), point.y()));
        }
        return path.toString();
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder(Outlines.path("M", points.get(0).x(), points.get(0).y()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point bend = points.get(i);
            double radius = Math.min(BEND, Math.min(bend.to(points.get(i - 1)), bend.to(points.get(i + 1))) / 2);
            Point enter = bend.towards(points.get(i - 1), radius);
            Point leave = bend.towards(points.get(i + 1), radius);
            path.append(Outlines.path("L", enter.x(), enter.y(), "Q", bend.x(), bend.y(), leave.x(), leave.y()));
        }
        Point last = points.get(points.size() - 1);
        return path.append(Outlines.path("L", last.x(), last.y())).toString();
    }

    private static String head(Point from, Point tip) {
        Point[] sides = sides(from, tip, HEAD, 4);
        return Outlines.path("M", tip.x(), tip.y(), "L", sides[0].x(), sides[0].y(), "L", sides[1].x(), sides[1].y(),
                "Z");
    }

    private static String arrow(Point from, Point tip) {
        Point[] sides = sides(from, tip, HEAD, 4.5);
        return Outlines.path("M", sides[0].x(), sides[0].y(), "L", tip.x(), tip.y(), "L", sides[1].x(), sides[1].y());
    }

    private static String slash(Point start, Point towards) {
        Point near = start.towards(towards, 6);
        Point far = start.towards(towards, 11);
        Point[] one = sides(towards, near, 0, 5);
        Point[] other = sides(towards, far, 0, 5);
        return Outlines.path("M", one[0].x(), one[0].y(), "L", other[1].x(), other[1].y());
    }

    private static String diamond(Point start, Point towards) {
        Point[] sides = sides(towards, start.towards(towards, 8), 0, 5);
        Point far = start.towards(towards, 16);
        return Outlines.path("M", start.x(), start.y(), "L", sides[0].x(), sides[0].y(), "L", far.x(), far.y(), "L",
                sides[1].x(), sides[1].y(), "Z");
    }

    private static String circle(Point start, Point towards) {
        Point far = start.towards(towards, 7);
        return Outlines.path("M", start.x(), start.y(), "A", 3.5, 3.5, 0, 1, 0, far.x(), far.y(), "A", 3.5, 3.5, 0, 1,
                0, start.x(), start.y(), "Z");
    }

    /** Two points beside the line, some way back from its tip. */
    private static Point[] sides(Point from, Point tip, double back, double aside) {
        double length = Math.max(0.001, from.to(tip));
        double dx = (tip.x() - from.x()) / length;
        double dy = (tip.y() - from.y()) / length;
        double x = tip.x() - dx * back;
        double y = tip.y() - dy * back;
        return new Point[] { new Point(x - dy * aside, y + dx * aside), new Point(x + dy * aside, y - dx * aside) };
    }

}
