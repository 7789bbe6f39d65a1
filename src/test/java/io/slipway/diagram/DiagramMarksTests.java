package io.slipway.diagram;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Marks are told by sign, number and word, and explained beneath.
 */
class DiagramMarksTests {

    private static final String THREE = BpmnText.row(List.of("Plan", "Build", "Test"));

    @Test
    void marksOneDiagramForEachViewerAnew() {
        ProcessDiagram diagram = ProcessDiagram.read(THREE);
        String first = drawn(diagram, "t0");
        String second = drawn(diagram, "t1");
        assertThat(node(Jsoup.parse(first), "t0").select(".dg-badge")).hasSize(1);
        assertThat(node(Jsoup.parse(second), "t0").select(".dg-badge")).isEmpty();
        assertThat(node(Jsoup.parse(second), "t1").select(".dg-badge")).hasSize(1);
        assertThat(drawn(diagram, "t0")).isEqualTo(first);
    }

    private static String drawn(ProcessDiagram diagram, String marked) {
        DiagramOverlay overlay = new DiagramOverlay(Map.of(marked, ElementMark.NONE.withTokens(2)), Map.of(), null,
                false);
        return Easel.get().markup(Easel.get().diagrams().draw(diagram, "", overlay, "A diagram"));
    }

    @Test
    void showsCountsAsBadgesAndWords() {
        Document page = marked("t0",
                ElementMark.NONE.withTokens(12)
                    .withFailed(2)
                    .withRetrying(1)
                    .withTimers(3)
                    .withOverdue(4)
                    .withSuspended(true)
                    .withNote("waits 3 days"));
        Element node = node(page, "t0");
        assertThat(node.select(".dg-badge").eachAttr("class")).containsExactly("dg-badge dg-badge-tokens",
                "dg-badge dg-badge-failed", "dg-badge dg-badge-retrying", "dg-badge dg-badge-overdue",
                "dg-badge dg-badge-timers", "dg-badge dg-badge-suspended");
        assertThat(node.select(".dg-badge > text").eachText()).containsExactly("12", "2", "1", "4", "3");
        assertThat(node.select(".dg-remark").text()).isEqualTo("waits 3 days");
        assertThat(node.select("title").text())
            .isEqualTo("Plan, user task: 12 are here, 2 failed, 1 will be tried again, "
                    + "4 overdue, 3 wait for a timer, suspended, waits 3 days");
        assertThat(node.classNames()).contains("dg-here", "dg-failing");
        assertThat(page.select(".diagram-legend dd").eachText()).containsExactly("how many are here",
                "failed, somebody has to help", "failed, will be tried again", "overdue", "waits for a timer",
                "suspended");
    }

    @Test
    void showsThePathThatWasTaken() {
        Document page = Easel.get()
            .draw(THREE,
                    new DiagramOverlay(Map.of("t0", ElementMark.NONE.withReach(Reach.PASSED).withPasses(3), "t1",
                            ElementMark.NONE.withReach(Reach.HERE).withTokens(1), "t2",
                            ElementMark.NONE.withReach(Reach.NOT_REACHED)), Map.of("f1", 3L), "t1", true));
        assertThat(node(page, "t0").hasClass("dg-passed")).isTrue();
        assertThat(node(page, "t0").select("title").text()).isEqualTo("Plan, user task: passed 3 times");
        assertThat(node(page, "t0").select(".dg-badge").text()).isEqualTo("×3");
        assertThat(node(page, "t1").classNames()).contains("dg-here", "dg-selected");
        assertThat(node(page, "t1").attr("aria-current")).isEqualTo("true");
        assertThat(node(page, "t1").select(".dg-ring")).hasSize(1);
        assertThat(node(page, "t2").select("title").text()).isEqualTo("Test, user task: not reached");
        assertThat(page.select(".dg-taken").eachAttr("data-element")).containsExactly("f1");
        assertThat(page.select(".dg-taken .dg-count").text()).isEqualTo("×3");
        assertThat(page.select(".dg-untaken title").text()).isEqualTo("Build → Test, not reached");
        assertThat(page.select(".diagram-legend dd").eachText()).contains("taken, and not reached", "selected");
    }

    @Test
    void saysNothingAboutThePathUnlessItIsShown() {
        Document page = marked("t0", ElementMark.NONE.withReach(Reach.NOT_REACHED));
        assertThat(page.select(".dg-unreached, .dg-untaken")).isEmpty();
        assertThat(node(page, "t0").select("title").text()).isEqualTo("Plan, user task");
    }

    @Test
    void showsHeatByTintBarsAndWord() {
        Element node = node(marked("t0", ElementMark.NONE.withHeat(4)), "t0");
        assertThat(node.hasClass("dg-heat-4")).isTrue();
        assertThat(node.select(".dg-badge use").attr("href")).endsWith("-heat-4");
        assertThat(node.select("title").text()).endsWith("heat 4 of 5");
        assertThat(ElementMark.NONE.withHeat(9).heat()).isEqualTo(5);
    }

    @Test
    void linksInFlowOrder() {
        Document page = Easel.get()
            .draw(new BpmnText()
                .with("""
                        <endEvent id='end'/><task id='second' name='Second'/><task id='first' name='First'/><startEvent id='start'/>
                        <sequenceFlow id='a' sourceRef='start' targetRef='first'/>
                        <sequenceFlow id='b' name='next' sourceRef='first' targetRef='second'/>
                        <sequenceFlow id='c' sourceRef='second' targetRef='end'/>""")
                .shape("end", 500, 0, 36, 36)
                .shape("second", 300, 0, 100, 80)
                .shape("first", 100, 0, 100, 80)
                .shape("start", 0, 0, 36, 36)
                .toString(),
                    new DiagramOverlay(Map.of("first", ElementMark.NONE.withHref("/f?a=1&b=2"), "second",
                            ElementMark.NONE.withHref("/s")), Map.of(), null, false));
        assertThat(page.select(".dg-node").eachAttr("data-element")).containsExactly("start", "first", "second", "end");
        assertThat(page.select("a[href]").eachAttr("href")).containsExactly("/f?a=1&b=2", "/s");
        assertThat(node(page, "first").hasAttr("role")).isFalse();
        assertThat(node(page, "start").attr("role")).isEqualTo("img");
        assertThat(node(page, "first").select("desc").text()).isEqualTo("Leads to Second (next)");
    }

    @Test
    void tellsAtAClosedSubProcessWhatHappensInIt() {
        String file = new BpmnText()
            .with("<subProcess id='s' name='Inside'><task id='in'/><task id='too'/></subProcess>")
            .shape("s", 0, 0, 100, 80)
            .toString();
        Document page = Easel.get()
            .draw(file, new DiagramOverlay(
                    Map.of("in", ElementMark.NONE.withTokens(2), "too", ElementMark.NONE.withTokens(1).withFailed(1)),
                    Map.of(), null, false));
        assertThat(node(page, "s").select("title").text()).isEqualTo("Inside, sub-process: 3 are here, 1 failed");
        assertThat(page.select("figcaption li")).isEmpty();
    }

    @Test
    void listsMarkedElementsThatAreNotDrawn() {
        String file = new BpmnText().with("<task id='drawn'/><task id='bare' name='Bare'/>")
            .shape("drawn", 0, 0, 100, 80)
            .toString();
        Document page = Easel.get()
            .draw(file,
                    new DiagramOverlay(
                            Map.of("bare", ElementMark.NONE.withTokens(2), "gone", ElementMark.NONE.withFailed(1)),
                            Map.of(), null, false));
        assertThat(page.select("figcaption li").eachText()).containsExactly("Bare: 2 are here", "gone: 1 failed");
    }

    @Test
    void keepsBadgesOffLabelsAndOtherShapes() {
        Document page = marked("t0", ElementMark.NONE.withTokens(3));
        Element pill = node(page, "t0").selectFirst(".dg-badge > rect");
        assertThat(Double.parseDouble(pill.attr("y")) + Double.parseDouble(pill.attr("height")))
            .isLessThanOrEqualTo(104);
    }

    @Test
    void shortensLargeCounts() {
        Element node = node(marked("t0", ElementMark.NONE.withTokens(123_456)), "t0");
        assertThat(node.select(".dg-badge").text()).isEqualTo("123k");
        assertThat(node.select("title").text()).contains("123,456 are here");
    }

    private static Document marked(String id, ElementMark mark) {
        return Easel.get().draw(THREE, new DiagramOverlay(Map.of(id, mark), Map.of(), null, false));
    }

    private static Element node(Document page, String element) {
        return page.selectFirst(".dg-node[data-element=" + element + "]");
    }

}
