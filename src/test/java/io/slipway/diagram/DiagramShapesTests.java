package io.slipway.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of element has the shape and the signs that BPMN gives it.
 */
class DiagramShapesTests {

    @ParameterizedTest
    @CsvSource({ "startEvent, message, message", "startEvent, timer, timer", "startEvent, error, error",
            "startEvent, escalation, escalation", "startEvent, compensate, compensation",
            "startEvent, conditional, conditional", "startEvent, signal, signal",
            "intermediateCatchEvent, message, message", "intermediateCatchEvent, timer, timer",
            "intermediateCatchEvent, conditional, conditional", "intermediateCatchEvent, link, link",
            "intermediateCatchEvent, signal, signal", "intermediateThrowEvent, message, message-filled",
            "intermediateThrowEvent, escalation, escalation-filled",
            "intermediateThrowEvent, compensate, compensation-filled", "intermediateThrowEvent, link, link-filled",
            "intermediateThrowEvent, signal, signal-filled", "boundaryEvent, message, message",
            "boundaryEvent, timer, timer", "boundaryEvent, error, error", "boundaryEvent, escalation, escalation",
            "boundaryEvent, cancel, cancel", "boundaryEvent, compensate, compensation",
            "boundaryEvent, conditional, conditional", "boundaryEvent, signal, signal",
            "endEvent, message, message-filled", "endEvent, error, error-filled",
            "endEvent, escalation, escalation-filled", "endEvent, cancel, cancel-filled",
            "endEvent, compensate, compensation-filled", "endEvent, signal, signal-filled",
            "endEvent, terminate, terminate" })
    void drawsEveryEventInEveryPosition(String position, String definition, String sign) {
        Element event = node("<%1$s id='it' name='It'><%2$sEventDefinition/></%1$s>".formatted(position, definition));
        assertThat(event.select("> ellipse.dg-shape")).hasSize(1);
        boolean ring = !position.equals("startEvent") && !position.equals("endEvent");
        assertThat(event.select("> ellipse.dg-inner")).hasSize(ring ? 1 : 0);
        assertThat(event.hasClass("dg-end")).isEqualTo(position.equals("endEvent"));
        assertThat(event.hasClass("dg-dashed")).isFalse();
        assertThat(signs(event)).containsExactly(sign);
    }

    @ParameterizedTest
    @CsvSource({ "startEvent, isInterrupting='false', true", "startEvent, isInterrupting='true', false",
            "boundaryEvent, cancelActivity='false', true", "boundaryEvent, cancelActivity='true', false",
            "boundaryEvent, cancelActivity='0', true" })
    void dashesEventsThatDoNotInterrupt(String position, String attribute, boolean dashed) {
        Element event = node("<%1$s id='it' %2$s><timerEventDefinition/></%1$s>".formatted(position, attribute));
        assertThat(event.hasClass("dg-dashed")).isEqualTo(dashed);
        assertThat(event.attr("aria-label").contains("does not interrupt")).isEqualTo(dashed);
    }

    @Test
    void drawsEventsOfSeveralDefinitions() {
        String both = "<timerEventDefinition/><messageEventDefinition/>";
        assertThat(signs(node("<startEvent id='it' >" + both + "</startEvent>"))).containsExactly("multiple");
        assertThat(signs(node("<startEvent id='it' parallelMultiple='true'>" + both + "</startEvent>")))
            .containsExactly("parallel-multiple");
        assertThat(signs(node("<endEvent id='it' >" + both + "</endEvent>"))).containsExactly("multiple-filled");
        assertThat(signs(node("<endEvent id='it' />"))).isEmpty();
    }

    @Test
    void findsDefinitionsThatStandElsewhere() {
        String file = new BpmnText().with("<endEvent id='it'><eventDefinitionRef>t:def</eventDefinitionRef></endEvent>")
            .beside("<signalEventDefinition id='def'/>")
            .shape("it", 100, 100, 36, 36)
            .toString();
        assertThat(signs(Easel.get().draw(file).selectFirst(".dg-node"))).containsExactly("signal-filled");
    }

    @ParameterizedTest
    @CsvSource({ "exclusiveGateway, '', exclusive", "inclusiveGateway, '', inclusive", "parallelGateway, '', parallel",
            "complexGateway, '', complex", "eventBasedGateway, '', event-based",
            "eventBasedGateway, instantiate='true', event-based-start",
            "eventBasedGateway, instantiate='true' eventGatewayType='Parallel', event-based-all" })
    void drawsEveryGateway(String gateway, String attributes, String sign) {
        Element node = node("<%s id='it' %s/>".formatted(gateway, attributes));
        assertThat(node.selectFirst("> path.dg-shape").attr("d")).isEqualTo("M100 125L125 100L150 125L125 150Z");
        assertThat(signs(node)).containsExactly(sign);
    }

    @Test
    void leavesOutTheCrossWhereTheFileDoes() {
        String file = new BpmnText().with("<exclusiveGateway id='it'/>").shape("it", 0, 0, 50, 50).toString();
        assertThat(signs(Easel.get().draw(file).selectFirst(".dg-node"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "task, ''", "userTask, user", "serviceTask, service", "sendTask, message-filled",
            "receiveTask, message", "manualTask, manual", "businessRuleTask, business-rule", "scriptTask, script" })
    void drawsEveryTask(String task, String sign) {
        Element node = node("<%s id='it' name='Do it'/>".formatted(task));
        assertThat(node.selectFirst("> rect.dg-shape").attributes().asList()).extracting(Object::toString)
            .contains("x=\"100\"", "y=\"100\"", "width=\"100\"", "height=\"80\"", "rx=\"10\"");
        assertThat(signs(node)).isEqualTo(sign.isEmpty() ? List.of() : List.of(sign));
    }

    @ParameterizedTest
    @CsvSource({ "<standardLoopCharacteristics/>, '', loop",
            "<multiInstanceLoopCharacteristics/>, '', parallel-instances",
            "<multiInstanceLoopCharacteristics isSequential='true'/>, '', sequential-instances",
            "'', isForCompensation='true', compensation" })
    void marksWhatIsDoneMoreThanOnceOrUndone(String inside, String attribute, String marker) {
        assertThat(signs(node("<task id='it' %s>%s</task>".formatted(attribute, inside)))).containsExactly(marker);
    }

    @Test
    void drawsEverySubProcess() {
        assertThat(signs(node("<subProcess id='it'/>"))).containsExactly("closed");
        assertThat(signs(node("<adHocSubProcess id='it'/>"))).containsExactly("closed", "ad-hoc");
        assertThat(node("<subProcess id='it' triggeredByEvent='true'/>").hasClass("dg-dotted")).isTrue();
        assertThat(node("<transaction id='it'/>").select("> rect")).hasSize(2);
        Element call = node("<callActivity id='it' calledElement='other'/>");
        assertThat(call.hasClass("dg-call")).isTrue();
        assertThat(signs(call)).containsExactly("closed");
    }

    @Test
    void opensSubProcessesThatAreExpandedOrShowWhatIsInThem() {
        String file = new BpmnText().with("<subProcess id='it' name='Outer'><task id='in'/></subProcess>")
            .shape("it", 0, 0, 300, 200)
            .shape("in", 50, 50, 100, 80)
            .toString();
        Document page = Easel.get().draw(file);
        Element node = page.selectFirst(".dg-node");
        assertThat(node.hasClass("dg-open")).isTrue();
        assertThat(signs(node)).isEmpty();
        assertThat(page.select(".dg-ground")).hasSize(1);
    }

    @Test
    void drawsDataAndArtifacts() {
        assertThat(
                signs(node("<dataObjectReference id='it' dataObjectRef='d'/><dataObject id='d' isCollection='true'/>")))
            .containsExactly("parallel-instances");
        assertThat(signs(node("<dataInput id='it' isCollection='true'/>"))).containsExactly("link",
                "parallel-instances");
        assertThat(signs(node("<dataOutput id='it'/>"))).containsExactly("link-filled");
        assertThat(node("<dataStoreReference id='it' name='Stock'/>").select("> .dg-detail").attr("d")).contains("A");
        assertThat(node("<dataObject id='it' name='Bill'><dataState name='paid'/></dataObject>").select("tspan")
            .eachText()).containsExactly("Bill", "[paid]");
        Element note = node("<textAnnotation id='it'><text>Mind the gap</text></textAnnotation>");
        assertThat(note.select("text").text()).isEqualTo("Mind the gap");
        assertThat(note.select("> .dg-detail").attr("d")).isEqualTo("M110 100H100V180H110");
    }

    @Test
    void drawsUnknownElementsAsPlainBoxesAndListsThem() {
        Document page = Easel.get()
            .draw(new BpmnText().with("<hologram id='h' name='Projection'/>")
                .shape("h", 0, 0, 100, 80)
                .shape("nowhere", 200, 0, 100, 80)
                .edge("lost", 100, 40, 200, 40)
                .toString());
        assertThat(page.select(".dg-node.dg-unknown > rect")).hasSize(2);
        assertThat(page.select(".dg-line.dg-unknown")).hasSize(1);
        assertThat(page.select("figcaption").text()).contains("Projection, nowhere, lost");
    }

    @Test
    void hidesNothingBehindTheShapeOfAProcess() {
        Document page = Easel.get().draw(sample("shape-of-process.bpmn"));
        assertThat(page.select(".dg-frame.dg-pool[data-element=P] text").text()).isEqualTo("Pool");
        assertThat(page.select(".dg-node").eachAttr("data-element")).containsExactly("S", "T");
        assertThat(page.select("figcaption")).isEmpty();
    }

    @Test
    void hidesNothingBehindAShapeOfAnUnknownKind() {
        Document page = Easel.get()
            .draw(new BpmnText().with("<hologram id='h' name='Around'/><task id='in' name='Within'/>")
                .shape("in", 50, 50, 100, 80)
                .shape("h", 0, 0, 300, 200)
                .shape("nowhere", 10, 10, 200, 180)
                .toString());
        assertThat(page.select(".dg-frame.dg-group").eachAttr("data-element")).containsExactly("h", "nowhere");
        assertThat(page.select(".dg-node").eachAttr("data-element")).containsExactly("in");
        assertThat(page.select("figcaption").text()).contains("Around, nowhere");
    }

    @Test
    void saysThatColoursOfTheFileAreNotDrawn() {
        Document page = Easel.get().draw(sample("colours.bpmn"));
        assertThat(page.select("figcaption").text())
            .isEqualTo("The file gives one shape or line a colour of its own. It is not drawn: "
                    + "colours here say only what runs, failed and was passed.");
        assertThat(page.html()).doesNotContain("ffcdd2");
        assertThat(Easel.get().draw(BpmnText.of("<task id='it'/>")).select("figcaption")).isEmpty();
    }

    private static String sample(String name) {
        try (InputStream file = DiagramShapesTests.class.getResourceAsStream("/diagrams/small/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Element node(String element) {
        return Easel.get().draw(BpmnText.of(element)).selectFirst(".dg-node");
    }

    private static List<String> signs(Element node) {
        return node.select("> use")
            .eachAttr("href")
            .stream()
            .map((reference) -> reference.replaceFirst("#diagram-[0-9a-f]+-", ""))
            .toList();
    }

}
