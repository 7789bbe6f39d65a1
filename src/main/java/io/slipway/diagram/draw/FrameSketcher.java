package io.slipway.diagram.draw;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.DiShape;
import io.slipway.diagram.read.Element;
import io.slipway.diagram.read.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Draws what lies behind: pools and lanes, lying or standing, and groups.
 */
final class FrameSketcher {

    private static final double BAND = 30;

    private FrameSketcher() {
    }

    static boolean isFrame(DiShape shape) {
        Element element = shape.element();
        if (element == null) {
            return false;
        }
        return element.kind() == BpmnKind.LANE || element.kind() == BpmnKind.GROUP || element.kind() == BpmnKind.PROCESS
                || (element.kind() == BpmnKind.PARTICIPANT && shape.band().isEmpty());
    }

    /** The ground of an open sub-process, under the lines in it. */
    static Frame ground(DiShape shape) {
        return new Frame(shape.reference(), "dg-ground", Place.of(shape.box()), null, null, Label.NONE, "");
    }

    static Frame frame(DiShape shape, boolean holdsNodes) {
        Element element = shape.element();
        if (element == null || element.kind().family() != BpmnKind.Family.POOL) {
            return group(shape);
        }
        boolean horizontal = isHorizontal(shape);
        boolean closed = element.kind() == BpmnKind.PARTICIPANT && !holdsNodes
                && (element.is(Trait.BLACK_BOX) || Boolean.FALSE.equals(shape.expanded()));
        Box box = shape.box();
        Box band = closed ? box : band(box, horizontal);
        boolean upwards = closed ? box.height() > 2 * box.width() : horizontal;
        String divider = (closed || element.kind() == BpmnKind.LANE) ? null : divider(band, horizontal);
        Sign sign = element.is(Trait.PARALLEL)
                ? Sign.at("parallel-instances", box.centerX() - 7, box.bottom() - 17, FigureSketcher.MARKER) : null;
        return new Frame(shape.reference(), (element.kind() == BpmnKind.LANE) ? "dg-lane" : "dg-pool", Place.of(box),
                divider, sign, Labels.title(band, element.name(), upwards), element.name());
    }

    private static Frame group(DiShape shape) {
        String name = Labels.shown(shape);
        Box box = shape.box();
        Label label = Labels.title(new Box(box.x(), box.y() + 2, box.width(), 18), name, false);
        if (shape.label() != null && !name.isBlank()) {
            label = Labels.given(shape.label(), null, name);
        }
        return new Frame(shape.reference(), "dg-group", Place.of(box), null, null, label, name);
    }

    private static boolean isHorizontal(DiShape shape) {
        if (shape.horizontal() != null) {
            return shape.horizontal();
        }
        return shape.box().height() <= 2 * shape.box().width();
    }

    private static Box band(Box box, boolean horizontal) {
        return horizontal ? new Box(box.x(), box.y(), Math.min(BAND, box.width() / 2), box.height())
                : new Box(box.x(), box.y(), box.width(), Math.min(BAND, box.height() / 2));
    }

    private static @Nullable String divider(Box band, boolean horizontal) {
        return horizontal ? Outlines.path("M", band.right(), band.y(), "V", band.bottom())
                : Outlines.path("M", band.x(), band.bottom(), "H", band.right());
    }

}
