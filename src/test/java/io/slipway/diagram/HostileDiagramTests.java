package io.slipway.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is no honest model is refused early, with line and reason.
 */
class HostileDiagramTests {

    private static final String HEAD = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>";

    @Test
    void refusesExternalEntities(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        assertThatExceptionOfType(UnreadableDiagramException.class)
            .isThrownBy(() -> ProcessDiagram
                .read("<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + HEAD + "&x;</definitions>"))
            .withMessageContaining("document type")
            .withMessageNotContaining("the secret");
    }

    @Test
    void refusesEntityBombs() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 'boom'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d '&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1));
        }
        refused(bomb + "]>" + HEAD + "<process id='p' name='&a29;'>&a29;</process></definitions>");
    }

    @Test
    void refusesTruncatedFilesWithTheirLine() {
        String whole = BpmnText.row(List.of("One", "Two")).replace("><", ">\n<");
        for (int length = 0; length < whole.length() - 1; length += 37) {
            refused(whole.substring(0, length));
        }
        assertThatExceptionOfType(UnreadableDiagramException.class)
            .isThrownBy(() -> ProcessDiagram.read(HEAD + "\n<process>\n</definitions>"))
            .satisfies((problem) -> assertThat(problem.line()).isEqualTo(3))
            .withMessageStartingWith("Line 3:");
    }

    @Test
    void refusesDeepNesting() {
        refused(HEAD + "<subProcess id='s'>".repeat(100_000));
        refused(HEAD + "<extensionElements>" + "<x>".repeat(100_000));
    }

    @Test
    void refusesHugeFiles() {
        refused(HEAD + "<documentation>" + "x".repeat(10_000_000) + "</documentation></definitions>");
        refused(HEAD + "<t/>".repeat(150_000) + "</definitions>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "no XML", "<html/>", "<definitions/>", "{}", "<a:definitions/>", "\u0000",
            "\uFEFF", "<definitions xmlns='http://www.omg.org/spec/DMN/20191111/MODEL'/>" })
    void refusesWhatIsNoBpmn(String text) {
        refused(text);
    }

    @Test
    void readsBeginningsThatEditorsLeave() {
        assertThat(ProcessDiagram.read("\uFEFF\n" + BpmnText.row(List.of("One"))).elements()).hasSize(1);
    }

    @Test
    void escapesWhatLabelsSay() {
        String markup = Easel.get()
            .markup(Easel.get()
                .diagrams()
                .draw(ProcessDiagram
                    .read(BpmnText.row(List.of("&lt;script>alert(1)&lt;/script>", "&quot; onload=&quot;x", "]]&gt;"))),
                        "", DiagramOverlay.NONE, "<b>"));
        assertThat(markup).doesNotContain("<script", "<b>", "\" onload");
    }

    private static void refused(String text) {
        assertThatExceptionOfType(UnreadableDiagramException.class).isThrownBy(() -> ProcessDiagram.read(text));
    }

}
