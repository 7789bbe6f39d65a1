package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.ElementMark;
import io.slipway.diagram.Reach;
import io.slipway.diagram.read.Box;

/**
 * Places badges and notes at a shape, on nothing else.
 */
final class Marking {

    private static final double HEIGHT = 18;

    private static final double SIGN = 12;

    private static final double GAP = 2;

    private static final double NOTE = 150;

    private final Crowd crowd;

    private final Box extent;

    private final boolean showPath;

    Marking(Crowd crowd, Box extent, boolean showPath) {
        this.crowd = crowd;
        this.extent = extent.grown(-3);
        this.showPath = showPath;
    }

    List<Badge> badges(Figure figure, ElementMark mark) {
        List<Pill> pills = pills(figure, mark);
        if (pills.isEmpty()) {
            return List.of();
        }
        double width = pills.stream().mapToDouble(Pill::width).sum() + GAP * (pills.size() - 1);
        List<Box> places = places(figure, width);
        places.replaceAll(this::withinExtent);
        Box row = this.crowd.roomiest(places, figure.box());
        this.crowd.add(row);
        List<Badge> badges = new ArrayList<>();
        double x = row.x();
        for (Pill pill : pills) {
            badges.add(pill.at(x, row.y()));
            x += pill.width() + GAP;
        }
        return badges;
    }

    /** Nothing is cut off at the border of the drawing. */
    private Box withinExtent(Box box) {
        double x = Math.max(this.extent.x(), Math.min(box.x(), this.extent.right() - box.width()));
        double y = Math.max(this.extent.y(), Math.min(box.y(), this.extent.bottom() - box.height()));
        return new Box(x, y, box.width(), box.height());
    }

    private List<Pill> pills(Figure figure, ElementMark mark) {
        List<Pill> pills = new ArrayList<>();
        add(pills, "tokens", mark.tokens());
        add(pills, "failed", mark.failed());
        add(pills, "retrying", mark.retrying());
        add(pills, "overdue", mark.overdue());
        add(pills, "timers", mark.timers());
        if (mark.suspended()) {
            pills.add(new Pill("suspended", "suspended", ""));
        }
        boolean passed = mark.passes() == 1 || mark.reach() == Reach.PASSED;
        if (mark.passes() > 1) {
            pills.add(new Pill("passes", "", "×" + Numbers.count(mark.passes())));
        }
        else if (this.showPath && passed && figure.kind().family() == BpmnKind.Family.ACTIVITY) {
            pills.add(new Pill("passes", "passed", ""));
        }
        if (mark.heat() > 0) {
            pills.add(new Pill("heat", "heat-" + mark.heat(), ""));
        }
        return pills;
    }

    private static void add(List<Pill> pills, String name, long number) {
        if (number > 0) {
            pills.add(new Pill(name, name, Numbers.count(number)));
        }
    }

    private static List<Box> places(Figure figure, double width) {
        Box box = figure.box();
        List<Box> places = new ArrayList<>();
        if (figure.form().equals(Figure.ACTIVITY)) {
            double upper = box.y() - HEIGHT + 3;
            double lower = box.bottom() - 5;
            places.add(new Box(box.x() - 6, upper, width, HEIGHT));
            places.add(new Box(box.right() + 6 - width, upper, width, HEIGHT));
            places.add(new Box(box.x() - 6, lower, width, HEIGHT));
            places.add(new Box(box.right() + 6 - width, lower, width, HEIGHT));
            places.add(new Box(box.centerX() - width / 2, upper, width, HEIGHT));
            places.add(new Box(box.x() - 6, box.y() - HEIGHT - 14, width, HEIGHT));
            places.add(new Box(box.right() + 6 - width, box.y() - HEIGHT - 14, width, HEIGHT));
            places.add(new Box(box.x() - 6, box.bottom() + 12, width, HEIGHT));
            return places;
        }
        double right = box.centerX() + box.width() * 0.22;
        double left = box.centerX() - box.width() * 0.22 - width;
        double upper = box.y() - HEIGHT + box.height() * 0.2;
        double lower = box.bottom() - box.height() * 0.2;
        places.add(new Box(right, upper, width, HEIGHT));
        places.add(new Box(left, upper, width, HEIGHT));
        places.add(new Box(right, lower, width, HEIGHT));
        places.add(new Box(left, lower, width, HEIGHT));
        places.add(new Box(box.centerX() - width / 2, box.y() - HEIGHT - 2, width, HEIGHT));
        places.add(new Box(box.centerX() - width / 2, box.bottom() + 2, width, HEIGHT));
        return places;
    }

    Label note(Figure figure, ElementMark mark, boolean selected) {
        if (mark.note() == null || mark.note().isBlank()) {
            return Label.NONE;
        }
        List<String> lines = Wrapping.wrap(Words.flat(mark.note()), NOTE, 2, Label.OUTSIDE);
        double width = Label.widest(lines, Label.OUTSIDE);
        double height = Label.height(lines.size(), Label.OUTSIDE);
        Box box = figure.box();
        Box own = figure.label().isEmpty() || figure.form().equals(Figure.ACTIVITY) ? box.grown(selected ? 6 : 0)
                : box.with(figure.label().box());
        List<Box> places = new ArrayList<>();
        double middle = box.centerX() - width / 2;
        places.add(new Box(middle, own.bottom() + 4, width, height));
        places.add(new Box(middle, own.y() - 4 - height, width, height));
        places.add(new Box(box.x(), own.bottom() + 4, width, height));
        places.add(new Box(box.right() - width, own.bottom() + 4, width, height));
        places.add(new Box(box.x() + 8 - width, own.bottom() + 4, width, height));
        places.add(new Box(box.right() - 8, own.bottom() + 4, width, height));
        places.add(new Box(box.right() - 8, own.y() - 4 - height, width, height));
        places.add(new Box(box.x() + 8 - width, own.y() - 4 - height, width, height));
        places.add(new Box(middle, own.y() - 16 - height, width, height));
        places.add(new Box(middle, own.bottom() + 18, width, height));
        places.add(new Box(middle, own.bottom() + 34, width, height));
        places.add(new Box(middle, own.y() - 34 - height, width, height));
        places.replaceAll(this::withinExtent);
        Box best = this.crowd.roomiest(places, null);
        this.crowd.add(best);
        return Label.outside(lines, best.centerX(), best.y());
    }

    /**
     * A badge before it has a place.
     *
     * @param sign its sign, empty if it has none
     * @param text its number, empty if it has none
     */
    private record Pill(String name, String sign, String text) {

        double width() {
            double signed = this.sign.isEmpty() ? 0 : SIGN + (this.text.isEmpty() ? 0 : 2);
            return 10 + signed + TextWidths.of(this.text, Label.OUTSIDE) * 1.06;
        }

        Badge at(double x, double y) {
            double text = x + 5 + (this.sign.isEmpty() ? 0 : SIGN + 2);
            return new Badge("dg-badge dg-badge-" + this.name, Place.of(new Box(x, y, width(), HEIGHT)),
                    Sign.at(this.sign, x + 5, y + (HEIGHT - SIGN) / 2, SIGN),
                    this.text.isEmpty() ? null : new TextLine(Numbers.text(text), Numbers.text(y + 13), this.text));
        }

    }

}
