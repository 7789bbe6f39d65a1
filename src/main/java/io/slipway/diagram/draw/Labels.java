package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.read.Box;
import io.slipway.diagram.read.DiShape;
import org.jspecify.annotations.Nullable;

/**
 * Wraps and places labels: where the file says, within the shape, or where there is room
 * beside it.
 */
final class Labels {

    private static final double PADDING = 5;

    /** In lower boxes there is no room above or below a sign. */
    private static final double LOW = 36;

    /** How wide a label beside a shape may become where the file does not say. */
    private static final double USUAL = 90;

    private static final double WIDEST = 130;

    private Labels() {
    }

    /** Whether a shape has its label within. */
    static boolean isWithin(Figure figure) {
        return figure.form().equals(Figure.ACTIVITY) || figure.kind() == BpmnKind.TEXT_ANNOTATION;
    }

    /** The label within a shape. */
    static Label within(Figure figure, String name, boolean open) {
        Box box = figure.box();
        if (name.isBlank()) {
            return Label.NONE;
        }
        if (figure.kind() == BpmnKind.TEXT_ANNOTATION) {
            return annotation(box, name);
        }
        if (open) {
            List<String> lines = Wrapping.wrap(name, box.width() - 24, 2, Label.INSIDE);
            return Label.centered(lines, box.centerX(), box.y() + 5, Label.INSIDE);
        }
        double top = top(figure);
        double bottom = bottom(figure);
        double width = box.width() - 2 * PADDING;
        List<String> lines = Wrapping.wrap(name, width, Integer.MAX_VALUE, Label.INSIDE);
        double height = Label.height(lines.size(), Label.INSIDE);
        // A line that is short enough may begin beside the sign.
        double beside = (TextWidths.of(lines.get(0), Label.INSIDE) < box.width() - 58) ? 12 : 3;
        if (height <= 2 * Math.min(box.centerY() - top + beside / 2, bottom - box.centerY() + 2)) {
            return Label.centered(lines, box.centerX(), box.centerY() - height / 2, Label.INSIDE);
        }
        if (height <= bottom - top + 2) {
            return Label.centered(lines, box.centerX(), (top + bottom - height) / 2, Label.INSIDE);
        }
        lines = Wrapping.wrap(name, width + 4, Label.fitting(bottom - top, Label.SMALL), Label.SMALL);
        height = Label.height(lines.size(), Label.SMALL);
        return Label.centered(lines, box.centerX(), (top + bottom - height) / 2, Label.SMALL);
    }

    /** Below the sign at the upper side, if there is one and room enough. */
    private static double top(Figure figure) {
        Box box = figure.box();
        if (box.height() < LOW) {
            return box.y() + 1;
        }
        return figure.signs()
            .stream()
            .filter((sign) -> number(sign.place().y()) < box.centerY() - 6)
            .mapToDouble((sign) -> number(sign.place().y()) + number(sign.place().height()) - 1)
            .max()
            .orElse(box.y() + PADDING);
    }

    /** Above the markers at the lower side. */
    private static double bottom(Figure figure) {
        Box box = figure.box();
        if (box.height() < LOW) {
            return box.bottom() - 1;
        }
        return figure.signs()
            .stream()
            .filter((sign) -> number(sign.place().y()) >= box.centerY() - 6)
            .mapToDouble((sign) -> number(sign.place().y()) - 1)
            .min()
            .orElse(box.bottom() - PADDING);
    }

    private static double number(String coordinate) {
        return Double.parseDouble(coordinate);
    }

    private static Label annotation(Box box, String text) {
        double width = Math.max(box.width(), 30) - 10;
        List<String> lines = Wrapping.wrap(text, width + 2, Math.max(1, Label.fitting(box.height(), Label.OUTSIDE)),
                Label.OUTSIDE);
        return Label.left(lines, box.x() + 6, box.y() + 2, Label.OUTSIDE);
    }

    /** The title of a frame: along its left side, or along its upper one. */
    static Label title(Box band, String name, boolean upwards) {
        if (name.isBlank()) {
            return Label.NONE;
        }
        double length = upwards ? band.height() : band.width();
        double depth = upwards ? band.width() : band.height();
        List<String> lines = Wrapping.wrap(name, length - 12, Math.max(1, Label.fitting(depth, Label.INSIDE)),
                Label.INSIDE);
        if (upwards) {
            return Label.upwards(lines, band, Label.INSIDE);
        }
        return Label.centered(lines, band.centerX(), band.centerY() - Label.height(lines.size(), Label.INSIDE) / 2,
                Label.INSIDE);
    }

    /** The label where the file says that it is. */
    static Label given(Box given, @Nullable Box owner, String name) {
        double width = wide((given.width() < 24) ? USUAL : given.width() * 1.06 + 4, name);
        int most = Math.max(4, Label.fitting(given.height(), Label.OUTSIDE));
        List<String> lines = Wrapping.wrap(name, width, most, Label.OUTSIDE);
        double height = Label.height(lines.size(), Label.OUTSIDE);
        double top = given.y();
        if (height < given.height()) {
            top = given.centerY() - height / 2;
        }
        else if (owner != null && given.bottom() <= owner.y() + 6) {
            top = given.bottom() - height;
        }
        return Label.outside(lines, given.centerX(), top);
    }

    /** Rather wider than a word broken. */
    private static double wide(double width, String name) {
        return Math.max(width, Math.min(WIDEST, Wrapping.longestWord(name, Label.OUTSIDE) + 1));
    }

    /** The label beside a shape, where there is room. */
    static Label beside(Figure figure, String name, Crowd crowd) {
        List<String> lines = Wrapping.wrap(name, wide(USUAL, name), 4, Label.OUTSIDE);
        double width = Label.widest(lines, Label.OUTSIDE);
        double height = Label.height(lines.size(), Label.OUTSIDE);
        Box box = figure.box();
        List<Box> places = new ArrayList<>();
        places.add(new Box(box.centerX() - width / 2, box.bottom() + 5, width, height));
        places.add(new Box(box.centerX() - width / 2, box.y() - 5 - height, width, height));
        places.add(new Box(box.centerX() + 6, box.bottom() + 3, width, height));
        places.add(new Box(box.centerX() + 6, box.y() - 3 - height, width, height));
        places.add(new Box(box.centerX() - 6 - width, box.bottom() + 3, width, height));
        places.add(new Box(box.centerX() - 6 - width, box.y() - 3 - height, width, height));
        places.add(new Box(box.right() + 5, box.centerY() - height / 2, width, height));
        Box best = crowd.roomiest(places, box);
        return Label.outside(lines, best.centerX(), best.y());
    }

    /**
     * The name that a shape shows: elements that the model does not have show their id.
     */
    static String shown(DiShape shape) {
        return (shape.element() != null) ? shape.element().name() : shape.reference();
    }

}
