package io.slipway.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in a file, drawing it never fails, gives well-formed SVG, and shows
 * every shape and line that has a place.
 */
class GeneratedDiagramTests {

    private static final List<String> TAGS = List.of("task", "userTask", "serviceTask", "sendTask", "receiveTask",
            "manualTask", "businessRuleTask", "scriptTask", "callActivity", "startEvent", "endEvent", "boundaryEvent",
            "intermediateCatchEvent", "intermediateThrowEvent", "exclusiveGateway", "inclusiveGateway",
            "parallelGateway", "complexGateway", "eventBasedGateway", "dataObject", "dataObjectReference", "dataStore",
            "dataInput", "dataOutput", "dataStoreReference", "textAnnotation", "group", "lane", "participant",
            "choreographyTask", "subChoreography", "conversation", "subConversation", "message", "hologram",
            "sequenceFlow", "messageFlow", "association", "x:vendorThing");

    private static final List<String> LINES = List.of("sequenceFlow", "messageFlow", "association",
            "dataInputAssociation", "dataOutputAssociation", "conversationLink", "task");

    private static final List<String> INSIDE = List.of("", "", "<standardLoopCharacteristics/>",
            "<multiInstanceLoopCharacteristics isSequential='maybe'/>", "<timerEventDefinition/>",
            "<signalEventDefinition/><cancelEventDefinition/>", "<eventDefinitionRef>nowhere</eventDefinitionRef>",
            "<extensionElements><x:y id='e1'/></extensionElements>", "<participantMultiplicity/>", "<text>note</text>");

    private static final List<String> ATTRIBUTES = List.of("", "", "triggeredByEvent='true'",
            "isForCompensation='true'", "cancelActivity='false'", "parallelMultiple='true'", "instantiate='true'",
            "default='e2'", "calledElement=':'", "associationDirection='Both'", "isCollection='true'",
            "loopType='Standard'", "attachedToRef='e3'", "dataObjectRef='e4'", "categoryValueRef=''");

    private static final List<String> LABELS = List.of("", "Plan", "A rather long label that somebody wrote in a hurry",
            "Donaudampfschifffahrtsgesellschaftskapitän", "שלום עולם ושלום לכל", "مرحبا بالعالم", "発注を確認する",
            "😀👩‍👩‍👧‍👦🏳️‍🌈", "&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt;", "&amp;&quot;&apos;]]&gt;",
            "e\u0301\u0323".repeat(60), "&#10;&#10;a&#9;b", "\u202eevil\u202c", "x".repeat(5_000), "- - - -",
            "&#x1F600;&#xFFFD;");

    private final List<String> drawnShapes = new ArrayList<>();

    private final List<String> drawnLines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
            26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40 })
    void drawsAnything(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt((seed % 8 == 0) ? 400 : 60);
        String file = file(random, size);
        ProcessDiagram diagram = ProcessDiagram.read(file);
        Drawing drawing = Easel.get().diagrams().draw(diagram, "", overlay(random, size), "Seed " + seed);
        String markup = Easel.get().markup(drawing);
        String svg = markup.substring(markup.indexOf("<svg xmlns="), markup.lastIndexOf("</svg>",
                markup.indexOf("<figcaption") > 0 ? markup.indexOf("<figcaption") : markup.length()) + 6);
        assertThat(Interchange.xml(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(markup).doesNotContain("NaN", "Infinity", "<script");
        Document page = Jsoup.parse(markup);
        List<String> elements = page.select(".dg [data-element]").eachAttr("data-element");
        assertThat(elements).containsAll(this.drawnShapes).containsAll(this.drawnLines);
        assertThat(page.select(".dg-node, .dg-frame:not(.dg-ground)")).hasSize(this.drawnShapes.size());
        assertThat(page.select(".dg-lines > .dg-line")).hasSize(this.drawnLines.size());
        assertThat(page.select(".dg [id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(diagram.elements()).extracting(DiagramElement::id).doesNotHaveDuplicates();
    }

    private String file(Random random, int size) {
        BpmnText text = new BpmnText();
        StringBuilder model = new StringBuilder();
        int open = 0;
        for (int i = 0; i < size; i++) {
            if (random.nextInt(8) == 0) {
                model.append("<%s %s name='%s' %s>".formatted("subProcess", id(random, i, size), of(random, LABELS),
                        of(random, ATTRIBUTES)));
                open++;
            }
            else if (open > 0 && random.nextInt(6) == 0) {
                model.append("</subProcess>");
                open--;
            }
            String tag = of(random, random.nextInt(3) == 0 ? LINES : TAGS);
            model.append("<%1$s %2$s name='%3$s' sourceRef='e%4$d' targetRef='e%5$d' %6$s>%7$s</%1$s>".formatted(tag,
                    id(random, i, size), of(random, LABELS), random.nextInt(size + 5), random.nextInt(size + 5),
                    of(random, ATTRIBUTES), of(random, INSIDE)));
        }
        text.with(model + "</subProcess>".repeat(open));
        for (int i = 0; i < size; i++) {
            String element = (random.nextInt(10) == 0) ? "nowhere" + i : "e" + random.nextInt(size);
            if (random.nextInt(3) > 0) {
                shape(text, random, element);
            }
            else {
                line(text, random, element);
            }
        }
        return text.toString().replace("<definitions ", "<definitions xmlns:x='http://www.example.com/x' ");
    }

    private void shape(BpmnText text, Random random, String element) {
        List<String> odd = List.of("NaN", "Infinity", "1e300", "", "abc", "-1e18");
        boolean usable = random.nextInt(6) > 0;
        String x = usable ? String.valueOf(random.nextInt(4000) - 2000 + random.nextDouble()) : "1e300";
        String width = usable ? String.valueOf(random.nextInt(300) - 20) : of(random, odd);
        text.drawn(
                "<di:BPMNShape bpmnElement='%s' %s><dc:Bounds x='%s' y='%s' width='%s' height='%s'/>%s</di:BPMNShape>"
                    .formatted(element,
                            of(random,
                                    List.of("", "isExpanded='true'", "isHorizontal='false'", "isExpanded='false'",
                                            "isMarkerVisible='true'", "participantBandKind='top_initiating'")),
                            x, random.nextInt(3000) - 500, width, random.nextInt(200),
                            of(random, List.of("", "<di:BPMNLabel/>",
                                    "<di:BPMNLabel><dc:Bounds x='NaN' y='0' width='9' height='9'/></di:BPMNLabel>",
                                    "<di:BPMNLabel><dc:Bounds x='5' y='5' width='90' height='14'/></di:BPMNLabel>"))));
        if (usable) {
            this.drawnShapes.add(element);
        }
    }

    private void line(BpmnText text, Random random, String element) {
        int points = 2 + random.nextInt(5);
        double[] coordinates = random.doubles(points * 2L, -1000, 3000).toArray();
        if (random.nextInt(4) == 0) {
            coordinates[2] = coordinates[0];
            coordinates[3] = coordinates[1];
        }
        text.edge(element, coordinates);
        this.drawnLines.add(element);
    }

    private static DiagramOverlay overlay(Random random, int size) {
        Map<String, ElementMark> marks = new HashMap<>();
        Map<String, Long> flows = new HashMap<>();
        for (int i = 0; i < size; i += 1 + random.nextInt(3)) {
            marks.put("e" + i,
                    new ElementMark(random.nextInt(3), random.nextInt(2), random.nextInt(2), random.nextInt(2),
                            random.nextInt(2), random.nextBoolean(), random.nextInt(3),
                            Reach.values()[random.nextInt(4)], of(random, LABELS).replace('&', '+'),
                            random.nextBoolean() ? "/e?x=\"<&" : null, random.nextInt(6)));
            flows.put("e" + i, random.nextLong());
        }
        return new DiagramOverlay(marks, flows, "e1", random.nextBoolean());
    }

    /** Some elements have no id, and some the same as others. */
    private static String id(Random random, int i, int size) {
        int other = random.nextInt(12);
        return (other == 0) ? "" : "id='e" + ((other == 1) ? random.nextInt(size) : i) + "'";
    }

    private static <T> T of(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

}
