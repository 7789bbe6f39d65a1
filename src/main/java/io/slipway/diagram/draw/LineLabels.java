package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.DiEdge;
import io.slipway.diagram.read.Point;

/**
 * Places the labels of lines.
 */
final class LineLabels {

    private static final double WIDTH = 90;

    private final Crowd crowd;

    LineLabels(Crowd crowd) {
        this.crowd = crowd;
    }

    /** The label where the file says that it is; one without a name is empty. */
    Optional<Label> given(DiEdge edge) {
        if (edge.element() == null || edge.element().name().isBlank()) {
            return Optional.of(Label.NONE);
        }
        if (edge.label() == null) {
            return Optional.empty();
        }
        Label label = Labels.given(edge.label(), null, edge.element().name());
        this.crowd.add(label.box());
        return Optional.of(label);
    }

    /** The label beside the first piece that is long enough, or beside the longest. */
    Label beside(DiEdge edge) {
        String name = (edge.element() != null) ? edge.element().name() : "";
        List<String> lines = Wrapping.wrap(name, WIDTH, 3, Label.OUTSIDE);
        Box best = place(edge.points(), Label.widest(lines, Label.OUTSIDE), Label.height(lines.size(), Label.OUTSIDE),
                this.crowd);
        this.crowd.add(best);
        return Label.outside(lines, best.centerX(), best.y());
    }

    /** A place beside a line for something of a size. */
    static Box place(List<Point> points, double width, double height, Crowd crowd) {
        List<Box> places = new ArrayList<>();
        for (int i = 1; i < points.size() && places.size() < 24; i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            Point middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
            if (Math.abs(from.x() - to.x()) >= Math.abs(from.y() - to.y())) {
                places.add(new Box(middle.x() - width / 2, middle.y() - height - 3, width, height));
                places.add(new Box(middle.x() - width / 2, middle.y() + 3, width, height));
            }
            else {
                places.add(new Box(middle.x() + 4, middle.y() - height / 2, width, height));
                places.add(new Box(middle.x() - 4 - width, middle.y() - height / 2, width, height));
            }
        }
        Point middle = LineSketcher.middle(points);
        places.add(new Box(middle.x() - width / 2, middle.y() - height / 2, width, height));
        return crowd.roomiest(places, null);
    }

}
