package io.slipway.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files in the manner of other vendors' tools are drawn whole, and at their place.
 */
class DiagramFidelityTests {

    private static final Path FOLDER = Path.of("src/test/resources/diagrams");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter((file) -> file.toString().endsWith(".bpmn")).sorted().toList();
            assertThat(found).hasSizeGreaterThan(7);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void drawsEveryShapeAndLineAtItsPlace(Path file) throws IOException {
        String text = Files.readString(file);
        Interchange interchange = Interchange.read(text);
        Document page = allPlanes(ProcessDiagram.read(text));
        assertThat(interchange.shapes()).hasSizeGreaterThan(5);
        assertThat(interchange.notAtTheirPlace(new DrawnPlaces(page))).isEmpty();
        assertThat(page.select(".dg-node, .dg-frame:not(.dg-ground)")).hasSize(interchange.shapes().size());
        assertThat(page.select("figcaption li")).isEmpty();
    }

    @Test
    void readsWhatEachToolWritesInItsOwnWay() throws IOException {
        Document bonita = page("bonita-style.bpmn");
        assertThat(bonita.select("[data-element=_err] > use").attr("href")).endsWith("-error");
        assertThat(bonita.select("[data-element=_f2] .dg-way").attr("d")).isEqualTo("M300 121L354 121");
        Document yaoqiang = page("yaoqiang-style.bpmn");
        assertThat(yaoqiang.select("[data-element=_2] > use").attr("href")).endsWith("-parallel-multiple");
        assertThat(yaoqiang.select("[data-element=_20]").hasClass("dg-dotted")).isTrue();
        assertThat(yaoqiang.select("[data-element=_10] .dg-hollow")).hasSize(1);
        Document adonis = page("adonis-style.bpmn");
        assertThat(adonis.select("[data-element=obj.12] tspan").eachText()).containsExactly("Störungsprotokoll",
                "[offen]");
        Document trisotech = page("trisotech-style.bpmn");
        assertThat(trisotech.select("[data-element=_mf1] use")).hasSize(1);
        assertThat(trisotech.select("[data-element=_P2] text").text()).isEqualTo("Carriers");
        assertThat(trisotech.select("[data-element=_f4] .dg-slash")).hasSize(1);
        Document signavio = page("signavio-style.bpmn");
        assertThat(signavio.select("[data-element=sid-T2] > use").eachAttr("href"))
            .allMatch((sign) -> sign.endsWith("-sequential-instances") || sign.endsWith("-closed"));
    }

    private static Document page(String file) throws IOException {
        return Easel.get().draw(Files.readString(FOLDER.resolve(file)));
    }

    private static Document allPlanes(ProcessDiagram diagram) {
        StringBuilder markup = new StringBuilder();
        for (Plane plane : diagram.planes()) {
            markup.append(Easel.get()
                .markup(Easel.get().diagrams().draw(diagram, plane.id(), DiagramOverlay.NONE, plane.name())));
        }
        return Jsoup.parse(markup.toString());
    }

}
