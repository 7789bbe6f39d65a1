package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.DiShape;
import io.slipway.diagram.read.Point;
import org.jspecify.annotations.Nullable;

/**
 * Ends lines at the border of the shapes that they connect: some tools lead them from
 * middle to middle, where their heads would be hidden.
 */
final class Docking {

    private Docking() {
    }

    /** The part of a line that lies between its shapes. */
    static List<Point> between(List<Point> points, @Nullable DiShape source, @Nullable DiShape target) {
        List<Point> part = new ArrayList<>(points);
        if (target != null) {
            endAt(part, target);
        }
        if (source != null) {
            Collections.reverse(part);
            endAt(part, source);
            Collections.reverse(part);
        }
        return part;
    }

    private static void endAt(List<Point> points, DiShape shape) {
        int last = points.size() - 1;
        if (!isInside(points.get(last), shape)) {
            return;
        }
        int outside = last - 1;
        while (outside >= 0 && isInside(points.get(outside), shape)) {
            outside--;
        }
        if (outside < 0) {
            return;
        }
        Point out = points.get(outside);
        Point in = points.get(outside + 1);
        // Halving is exact enough after a dozen steps, for every outline.
        for (int i = 0; i < 14; i++) {
            Point middle = new Point((out.x() + in.x()) / 2, (out.y() + in.y()) / 2);
            if (isInside(middle, shape)) {
                in = middle;
            }
            else {
                out = middle;
            }
        }
        points.subList(outside + 1, points.size()).clear();
        points.add(out);
    }

    /** Clearly inside, since most lines end at the border, or a little beyond it. */
    private static boolean isInside(Point point, DiShape shape) {
        Box box = shape.box();
        double dx = Math.abs(point.x() - box.centerX()) / (box.width() / 2);
        double dy = Math.abs(point.y() - box.centerY()) / (box.height() / 2);
        BpmnKind.Family family = (shape.element() != null) ? shape.element().kind().family() : BpmnKind.Family.UNKNOWN;
        double depth = switch (family) {
            case EVENT -> Math.hypot(dx, dy);
            case GATEWAY -> dx + dy;
            default -> Math.max(dx, dy);
        };
        return depth < 1 - 3 / Math.max(3, Math.min(box.width(), box.height()) / 2);
    }

}
