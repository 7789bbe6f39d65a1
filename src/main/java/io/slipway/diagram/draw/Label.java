package io.slipway.diagram.draw;

import java.util.ArrayList;
import java.util.List;

import io.slipway.diagram.read.Box;
import org.jspecify.annotations.Nullable;

/**
 * The label of a shape or line, wrapped and placed.
 *
 * @param css its classes: size, and where its lines are anchored
 * @param turn how it is turned, null if it is not
 */
public record Label(String css, @Nullable String turn, List<TextLine> lines, Box box) {

    /** No label. */
    static final Label NONE = new Label("", null, List.of(), new Box(0, 0, 0, 0));

    /** Size of text beside shapes. */
    static final double OUTSIDE = 11;

    /** Size of text in shapes. */
    static final double INSIDE = 12;

    /** Size of text that would not fit otherwise. */
    static final double SMALL = 10;

    private static final double LEADING = 1.2;

    static double height(int lines, double size) {
        return lines * size * LEADING;
    }

    /** How many lines fit into a height. */
    static int fitting(double height, double size) {
        return (int) Math.floor((height + 0.5) / (size * LEADING));
    }

    /** Lines around a middle, downwards from a height. */
    static Label centered(List<String> lines, double middle, double top, double size) {
        double widest = widest(lines, size);
        return new Label(css(size), null, lines(lines, middle, top, size),
                new Box(middle - widest / 2, top, widest, height(lines.size(), size)));
    }

    /**
     * Lines beside a shape or line, with a halo that keeps what lies below off the
     * letters.
     */
    static Label outside(List<String> lines, double middle, double top) {
        Label plain = centered(lines, middle, top, OUTSIDE);
        return new Label(plain.css + " dg-halo", null, plain.lines, plain.box);
    }

    /** Lines that begin at a left side. */
    static Label left(List<String> lines, double left, double top, double size) {
        return new Label(css(size) + " dg-left", null, lines(lines, left, top, size),
                new Box(left, top, widest(lines, size), height(lines.size(), size)));
    }

    /** Lines that run upwards, in the middle of a box. */
    static Label upwards(List<String> lines, Box box, double size) {
        double top = box.centerY() - height(lines.size(), size) / 2;
        String turn = "rotate(-90 " + Numbers.text(box.centerX()) + " " + Numbers.text(box.centerY()) + ")";
        return new Label(css(size), turn, lines(lines, box.centerX(), top, size), box);
    }

    static double widest(List<String> lines, double size) {
        return lines.stream().mapToDouble((line) -> TextWidths.of(line, size)).max().orElse(0);
    }

    private static List<TextLine> lines(List<String> lines, double x, double top, double size) {
        List<TextLine> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double base = top + height(i, size) + size * 0.95;
            placed.add(new TextLine(Numbers.text(x), Numbers.text(base), lines.get(i)));
        }
        return List.copyOf(placed);
    }

    private static String css(double size) {
        if (size == INSIDE) {
            return "dg-text";
        }
        return (size == OUTSIDE) ? "dg-text dg-text-outside" : "dg-text dg-text-small";
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return this.lines.isEmpty();
    }

}
