package io.slipway.diagram;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Labels are wrapped to fit, and placed where the file says or where there is room.
 */
class DiagramLabelsTests {

    @Test
    void wrapsBetweenWords() {
        assertThat(lines("Confirm the plan of the release")).containsExactly("Confirm the plan", "of the release");
    }

    @Test
    void keepsWordsWithHyphensWholeWhileTheyFit() {
        assertThat(lines("Decide go or no-go")).containsExactly("Decide go or", "no-go");
    }

    @Test
    void breaksWordsThatAreTooLongIntoEvenParts() {
        List<String> lines = lines("Konfigurationsmanagement");
        assertThat(lines).hasSize(2);
        assertThat(String.join("", lines).replace("-", "")).isEqualTo("Konfigurationsmanagement");
        assertThat(lines.get(0)).endsWith("-");
        assertThat(lines.get(1).length()).isGreaterThan(6);
    }

    @Test
    void endsWithAnEllipsisWhatDoesNotFitAndTellsTheRest() {
        String much = "a word and ".repeat(40).strip();
        Document page = Easel.get().draw(BpmnText.row(List.of(much)));
        assertThat(page.select(".dg-node tspan").eachText()).hasSizeLessThan(6).last().asString().endsWith("…");
        assertThat(page.select(".dg-node title").text()).startsWith(much);
    }

    @Test
    void neverCutsACharacterInHalf() {
        Document page = Easel.get().draw(BpmnText.row(List.of("😀".repeat(400))));
        assertThat(page.select(".dg-node tspan").eachText()).allSatisfy((line) -> assertThat(line.codePoints())
            .allMatch((point) -> point == "😀".codePointAt(0) || point == '…'));
    }

    @Test
    void obeysLineBreaks() {
        assertThat(lines("One&#10;Two")).containsExactly("One", "Two");
    }

    @Test
    void placesLabelsWhereTheFileSays() {
        Document page = Easel.get()
            .draw(new BpmnText().with("<startEvent id='s' name='Begin'/>")
                .drawn("""
                        <di:BPMNShape bpmnElement='s'><dc:Bounds x='100' y='100' width='36' height='36'/>
                        <di:BPMNLabel><dc:Bounds x='200' y='110' width='40' height='14'/></di:BPMNLabel></di:BPMNShape>""")
                .toString());
        assertThat(page.select(".dg-node tspan").attr("x")).isEqualTo("220");
        assertThat(page.select(".dg-node tspan").attr("y")).startsWith("120");
    }

    @Test
    void placesOtherLabelsBelowOrWhereThereIsRoom() {
        BpmnText free = new BpmnText().with("<startEvent id='s' name='Begin'/><task id='t'/>")
            .shape("s", 100, 100, 36, 36);
        assertThat(y(free.toString())).isGreaterThan(136);
        assertThat(y(free.shape("t", 50, 140, 200, 80).toString())).isLessThan(100);
    }

    private static double y(String file) {
        return Double.parseDouble(Easel.get().draw(file).select("[data-element=s] tspan").attr("y"));
    }

    private static List<String> lines(String name) {
        return Easel.get().draw(BpmnText.row(List.of(name))).select(".dg-node tspan").eachText();
    }

}
