package io.slipway.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.slipway.input.NotFoundException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A file is read with its elements in flow order, its planes, and what is missing in it.
 */
class ProcessDiagramTests {

    @Test
    void putsElementsInFlowOrderAndIgnoresLoopsBack() {
        ProcessDiagram diagram = ProcessDiagram.read(new BpmnText()
            .with("""
                    <task id='late'/><exclusiveGateway id='g'/><task id='work'/><startEvent id='start'/>
                    <boundaryEvent id='timer' attachedToRef='work'/><task id='remind'/>
                    <sequenceFlow id='1' sourceRef='start' targetRef='work'/><sequenceFlow id='2' sourceRef='work' targetRef='g'/>
                    <sequenceFlow id='3' sourceRef='g' targetRef='work'/><sequenceFlow id='4' sourceRef='g' targetRef='late'/>
                    <sequenceFlow id='5' sourceRef='timer' targetRef='remind'/>""")
            .toString());
        assertThat(diagram.elements()).extracting(DiagramElement::id)
            .containsExactly("start", "work", "timer", "remind", "g", "late");
        assertThat(diagram.flows()).contains(new DiagramFlow("3", "", "g", "work"));
    }

    @Test
    void letsWhatIsInASubProcessFollowIt() {
        ProcessDiagram diagram = ProcessDiagram.read(new BpmnText().with("""
                <task id='after'/><subProcess id='outer'><endEvent id='b'/><startEvent id='a'/>
                <sequenceFlow id='1' sourceRef='a' targetRef='b'/></subProcess>
                <sequenceFlow id='2' sourceRef='outer' targetRef='after'/>""").toString());
        assertThat(diagram.elements()).extracting(DiagramElement::id).containsExactly("outer", "a", "b", "after");
        assertThat(diagram.element("a")).get().extracting(DiagramElement::parent).isEqualTo("outer");
        assertThat(diagram.element("outer")).get().extracting(DiagramElement::parent).isNull();
    }

    @Test
    void tellsKindNameDocumentationAndWhatIsCalled() {
        ProcessDiagram diagram = ProcessDiagram.read(new BpmnText().with(
                "<callActivity id='c' name=' Plan release ' calledElement='PlanProcess'><documentation>Draws it up.</documentation></callActivity>")
            .toString());
        assertThat(diagram.element("c")).hasValue(new DiagramElement("c", "Plan release", BpmnKind.CALL_ACTIVITY, null,
                "PlanProcess", "Draws it up.", false));
        assertThat(diagram.element("x")).isEmpty();
    }

    @Test
    void putsTheMainPlaneFirst() throws IOException {
        String file = Files.readString(Path.of("src/test/resources/diagrams/bpmn-io-style.bpmn"));
        ProcessDiagram diagram = ProcessDiagram.read(file);
        assertThat(diagram.planes()).extracting(Plane::element).containsExactly("Process_1", "Activity_Check");
        assertThat(diagram.planeOf("Activity_Inner")).get().extracting(Plane::name).isEqualTo("Check order");
        Diagrams diagrams = Easel.get().diagrams();
        assertThat(diagrams.draw(diagram, "Activity_Check", DiagramOverlay.NONE, "Inside").nodes()).hasSize(2);
        assertThatExceptionOfType(NotFoundException.class)
            .isThrownBy(() -> diagrams.draw(diagram, "elsewhere", DiagramOverlay.NONE, "Nothing"));
    }

    @Test
    void listsEverythingWhereNothingIsDrawn() {
        ProcessDiagram diagram = ProcessDiagram.read(new BpmnText().with("<task id='a' name='Alone'/>")
            .drawn("<di:BPMNShape bpmnElement='a'/>")
            .drawn("<di:BPMNShape bpmnElement='a'><dc:Bounds x='NaN' y='0' width='1' height='1'/></di:BPMNShape>")
            .toString());
        Drawing drawing = Easel.get().diagrams().draw(diagram, "", DiagramOverlay.NONE, "Bare");
        assertThat(drawing.isEmpty()).isTrue();
        assertThat(drawing.missing()).containsExactly("Alone");
        assertThat(Easel.get().markup(drawing)).contains("says nothing about how it is drawn").contains("Alone");
    }

    @Test
    void doesNotMissWhatAClosedSubProcessHides() {
        ProcessDiagram diagram = ProcessDiagram.read(new BpmnText()
            .with("<subProcess id='s'><subProcess id='in'><task id='deep'/></subProcess></subProcess>")
            .shape("s", 0, 0, 100, 80)
            .toString());
        assertThat(Easel.get().diagrams().draw(diagram, "", DiagramOverlay.NONE, "Closed").missing()).isEmpty();
    }

    @Test
    void readsEachFileOnce() {
        AtomicInteger reads = new AtomicInteger();
        String file = BpmnText.row(List.of("One"));
        Diagrams diagrams = Easel.get().diagrams();
        ProcessDiagram first = diagrams.of("key", () -> file + " ".repeat(reads.incrementAndGet()));
        assertThat(diagrams.of("key", () -> file + " ".repeat(reads.incrementAndGet()))).isSameAs(first);
        assertThat(reads).hasValue(1);
    }

}
