package io.slipway.diagram;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Measures where a drawing has its shapes and lines.
 */
public final class DrawnPlaces {

    private static final Pattern STEP = Pattern.compile("([MLHVAZ])([^MLHVAZ]*)");

    private final Document page;

    /**
     * Measures a page.
     */
    public DrawnPlaces(Document page) {
        this.page = page;
    }

    /**
     * The boxes of all shapes of an element.
     */
    public List<Rectangle2D> boxes(String element) {
        return elements(element).stream()
            .flatMap((one) -> one.select("> .dg-shape").stream())
            .map(DrawnPlaces::box)
            .toList();
    }

    /**
     * The lines of an element, each as its points: where it begins, bends and ends.
     */
    public List<List<double[]>> lines(String element) {
        return elements(element).stream()
            .filter((one) -> one.hasClass("dg-line"))
            .map((one) -> points(one.selectFirst("> .dg-reach").attr("d")))
            .toList();
    }

    private List<Element> elements(String element) {
        return this.page.select(".dg [data-element]")
            .stream()
            .filter((one) -> one.attr("data-element").equals(element))
            .toList();
    }

    private static Rectangle2D box(Element shape) {
        return switch (shape.tagName()) {
            case "rect" -> new Rectangle2D.Double(number(shape, "x"), number(shape, "y"), number(shape, "width"),
                    number(shape, "height"));
            case "ellipse" -> new Rectangle2D.Double(number(shape, "cx") - number(shape, "rx"),
                    number(shape, "cy") - number(shape, "ry"), 2 * number(shape, "rx"), 2 * number(shape, "ry"));
            default -> around(points(shape.attr("d")));
        };
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.attr(attribute));
    }

    private static Rectangle2D around(List<double[]> points) {
        Rectangle2D box = new Rectangle2D.Double(points.get(0)[0], points.get(0)[1], 0, 0);
        points.forEach((point) -> box.add(point[0], point[1]));
        return box;
    }

    /** The corners of a path. */
    private static List<double[]> points(String path) {
        List<double[]> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            double[] numbers = Pattern.compile("[ ,]+")
                .splitAsStream(steps.group(2).strip())
                .filter((number) -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
            switch (steps.group(1)) {
                case "M", "L" -> {
                    x = numbers[0];
                    y = numbers[1];
                }
                case "H" -> x = numbers[0];
                case "V" -> y = numbers[0];
                case "A" -> {
                    // The arc of a store bulges to its upper or lower side.
                    points.add(new double[] { x, (numbers[6] >= y && !points.isEmpty() && numbers[5] > x)
                            ? y - numbers[1] : y + numbers[1] });
                    x = numbers[5];
                    y = numbers[6];
                }
                default -> {
                    continue;
                }
            }
            points.add(new double[] { x, y });
        }
        return points;
    }

}
