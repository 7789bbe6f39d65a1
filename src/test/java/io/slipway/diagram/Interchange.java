package io.slipway.diagram;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What a file says about its drawing, read in another way than the renderer does.
 *
 * @param shapes the shapes with a place
 * @param edges the lines with two waypoints or more
 */
public record Interchange(List<Shape> shapes, List<Edge> edges) {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

    /**
     * A shape.
     *
     * @param element id of its element
     * @param box where it is
     */
    public record Shape(String element, Rectangle2D box) {
    }

    /**
     * A line.
     *
     * @param element id of its element
     * @param points where it goes along
     */
    public record Edge(String element, List<double[]> points) {
    }

    /**
     * Reads a file.
     */
    public static Interchange read(String bpmn) {
        Element definitions = xml(bpmn).getDocumentElement();
        List<Shape> shapes = new ArrayList<>();
        for (Element shape : all(definitions, DI, "BPMNShape")) {
            List<Element> bounds = children(shape, "Bounds");
            if (!bounds.isEmpty()) {
                shapes.add(new Shape(reference(shape), new Rectangle2D.Double(number(bounds.get(0), "x"),
                        number(bounds.get(0), "y"), number(bounds.get(0), "width"), number(bounds.get(0), "height"))));
            }
        }
        List<Edge> edges = new ArrayList<>();
        for (Element edge : all(definitions, DI, "BPMNEdge")) {
            List<double[]> points = children(edge, "waypoint").stream()
                .map((point) -> new double[] { number(point, "x"), number(point, "y") })
                .toList();
            if (points.size() > 1) {
                edges.add(new Edge(reference(edge), points));
            }
        }
        return new Interchange(shapes, edges);
    }

    /**
     * Parses XML, or fails.
     */
    static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        }
        catch (Exception ex) {
            throw new AssertionError("Not well-formed: " + ex.getMessage(), ex);
        }
    }

    /**
     * What of this a page does not show at its place.
     */
    public List<String> notAtTheirPlace(DrawnPlaces drawn) {
        List<String> wrong = new ArrayList<>();
        for (Shape shape : this.shapes) {
            if (drawn.boxes(shape.element).stream().noneMatch((box) -> near(box, shape.box))) {
                wrong.add(shape.element + " is at " + drawn.boxes(shape.element) + " instead of " + shape.box);
            }
        }
        for (Edge edge : this.edges) {
            if (drawn.lines(edge.element).stream().noneMatch((line) -> follows(line, edge.points))) {
                wrong.add(edge.element + " goes elsewhere");
            }
        }
        return wrong;
    }

    private static boolean near(Rectangle2D one, Rectangle2D other) {
        return Math.abs(one.getX() - other.getX()) < 0.02 && Math.abs(one.getY() - other.getY()) < 0.02
                && Math.abs(one.getWidth() - other.getWidth()) < 0.02
                && Math.abs(one.getHeight() - other.getHeight()) < 0.02;
    }

    private static boolean follows(List<double[]> line, List<double[]> points) {
        if (line.size() != points.size()) {
            return false;
        }
        for (int i = 0; i < points.size(); i++) {
            if (Math.hypot(line.get(i)[0] - points.get(i)[0], line.get(i)[1] - points.get(i)[1]) > 0.02) {
                return false;
            }
        }
        return true;
    }

    private static List<Element> all(Element root, String space, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = root.getElementsByTagNameNS(space, tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static List<Element> children(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        for (org.w3c.dom.Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(tag)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String reference(Element element) {
        String reference = element.getAttribute("bpmnElement");
        return reference.substring(reference.indexOf(':') + 1);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

}
