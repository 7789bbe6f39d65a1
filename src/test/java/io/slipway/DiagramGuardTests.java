package io.slipway;

import java.util.List;
import java.util.stream.Stream;

import io.slipway.diagram.BpmnKind;
import io.slipway.diagram.DiagramElement;
import io.slipway.diagram.DiagramOverlay;
import io.slipway.diagram.Drawing;
import io.slipway.diagram.DrawnPlaces;
import io.slipway.diagram.Easel;
import io.slipway.diagram.Interchange;
import io.slipway.diagram.ProcessDiagram;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the drawings of our own models: every node and flow is there, at its place, and
 * of a kind that the renderer knows.
 */
class DiagramGuardTests {

    @Test
    void drawsEveryNodeAndFlowOfEveryModel() {
        assertThat(ProcessModel.findings((model) -> {
            Document page = page(model);
            List<String> drawn = page.select(".dg-node, .dg-line").eachAttr("data-element");
            return Stream.concat(model.each(FlowNode.class), model.each(SequenceFlow.class))
                .filter((element) -> !drawn.contains(element.getId()))
                .map((element) -> model.finding(element, "is not drawn"));
        })).isEmpty();
    }

    @Test
    void drawsEverythingAtItsPlace() {
        assertThat(ProcessModel.findings((model) -> Interchange.read(model.text())
            .notAtTheirPlace(new DrawnPlaces(page(model)))
            .stream()
            .map((wrong) -> model.file() + ": " + wrong))).isEmpty();
    }

    @Test
    void knowsEveryKindOfElement() {
        assertThat(ProcessModel.findings((model) -> {
            ProcessDiagram diagram = ProcessDiagram.read(model.text());
            Drawing drawing = draw(diagram);
            return Stream.of(diagram.unknown().stream(), drawing.missing().stream(),
                    diagram.elements().stream().filter((one) -> one.kind() == BpmnKind.UNKNOWN).map(DiagramElement::id))
                .flatMap((all) -> all)
                .map((one) -> model.file() + " " + one + ": is unknown or missing");
        })).isEmpty();
    }

    @Test
    void writesEveryLabelWhole() {
        assertThat(ProcessModel.findings((model) -> page(model).select(".dg tspan")
            .eachText()
            .stream()
            .filter((line) -> line.endsWith("…"))
            .map((line) -> model.file() + " " + line + ": the label does not fit, find a shorter one"))).isEmpty();
    }

    private static Document page(ProcessModel model) {
        return Jsoup.parse(Easel.get().markup(draw(ProcessDiagram.read(model.text()))));
    }

    private static Drawing draw(ProcessDiagram diagram) {
        return Easel.get().diagrams().draw(diagram, "", DiagramOverlay.NONE, "A model");
    }

}
