package io.slipway.diagram;

import java.util.List;

/**
 * Writes small BPMN files for tests: elements first, then where they are drawn.
 */
public final class BpmnText {

    private final StringBuilder process = new StringBuilder();

    private final StringBuilder outside = new StringBuilder();

    private final StringBuilder plane = new StringBuilder();

    /**
     * Adds elements to the process.
     */
    public BpmnText with(String elements) {
        this.process.append(elements);
        return this;
    }

    /**
     * Adds elements beside the process.
     */
    public BpmnText beside(String elements) {
        this.outside.append(elements);
        return this;
    }

    /**
     * Adds a shape with further attributes.
     */
    public BpmnText shape(String element, double x, double y, double width, double height, String attributes) {
        this.plane
            .append("<di:BPMNShape bpmnElement='%s' %s><dc:Bounds x='%s' y='%s' width='%s' height='%s'/></di:BPMNShape>"
                .formatted(element, attributes, x, y, width, height));
        return this;
    }

    /**
     * Adds a shape.
     */
    public BpmnText shape(String element, double x, double y, double width, double height) {
        return shape(element, x, y, width, height, "");
    }

    /**
     * Adds a line along coordinates: x, y, x, y, and so on.
     */
    public BpmnText edge(String element, double... coordinates) {
        this.plane.append("<di:BPMNEdge bpmnElement='%s'>".formatted(element));
        for (int i = 0; i + 1 < coordinates.length; i += 2) {
            this.plane.append("<dd:waypoint x='%s' y='%s'/>".formatted(coordinates[i], coordinates[i + 1]));
        }
        this.plane.append("</di:BPMNEdge>");
        return this;
    }

    /**
     * Adds anything to the plane.
     */
    public BpmnText drawn(String interchange) {
        this.plane.append(interchange);
        return this;
    }

    /**
     * The smallest file with one element in its usual size.
     */
    public static String of(String element) {
        boolean small = element.contains("Event") || element.contains("Gateway") || element.contains("data");
        double size = element.contains("Event ") || element.contains("Event/") ? 36 : small ? 50 : 0;
        BpmnText text = new BpmnText().with(element);
        return (size > 0) ? text.shape("it", 100, 100, size, size, "isMarkerVisible='true'").toString()
                : text.shape("it", 100, 100, 100, 80).toString();
    }

    /**
     * Tasks in a row, each leading to the next.
     */
    static String row(List<String> names) {
        BpmnText text = new BpmnText();
        for (int i = 0; i < names.size(); i++) {
            text.with("<userTask id='t%d' name='%s'/>".formatted(i, names.get(i)))
                .shape("t" + i, 160 * i, 100, 100, 80);
            if (i > 0) {
                text.with("<sequenceFlow id='f%d' sourceRef='t%d' targetRef='t%d'/>".formatted(i, i - 1, i))
                    .edge("f" + i, 160 * i - 60, 140, 160 * i, 140);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' \
                xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' xmlns:dd='http://www.omg.org/spec/DD/20100524/DI' targetNamespace='t'>\
                <process id='p'>%s</process>%s<di:BPMNDiagram><di:BPMNPlane id='plane' bpmnElement='p'>%s</di:BPMNPlane></di:BPMNDiagram>\
                </definitions>"""
            .formatted(this.process, this.outside, this.plane);
    }

}
