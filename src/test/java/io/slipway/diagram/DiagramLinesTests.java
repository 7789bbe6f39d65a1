package io.slipway.diagram;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lines have the dashes, heads and marks of their kind; frames stand and lie as the file
 * says.
 */
class DiagramLinesTests {

    @Test
    void marksDefaultAndConditionalFlows() {
        Document page = Easel.get()
            .draw(new BpmnText()
                .with("""
                        <task id='a' name='A' default='standard'/><task id='b' name='B'/><exclusiveGateway id='g'/>
                        <sequenceFlow id='standard' sourceRef='a' targetRef='b'/>
                        <sequenceFlow id='sometimes' name='if so' sourceRef='a' targetRef='b'><conditionExpression/></sequenceFlow>
                        <sequenceFlow id='answer' sourceRef='g' targetRef='b'><conditionExpression/></sequenceFlow>""")
                .edge("standard", 0, 0, 100, 0)
                .edge("sometimes", 0, 50, 100, 50)
                .edge("answer", 0, 90, 100, 90)
                .toString());
        assertThat(tips(page, "standard")).containsExactly("dg-head", "dg-slash");
        assertThat(tips(page, "sometimes")).containsExactly("dg-head", "dg-hollow");
        assertThat(tips(page, "answer")).containsExactly("dg-head");
        assertThat(line(page, "sometimes").select("title").text()).isEqualTo("if so: A → B");
    }

    @Test
    void roundsBendsAndPointsAtTheEnd() {
        Document page = Easel.get()
            .draw(new BpmnText().with("<sequenceFlow id='f' sourceRef='a' targetRef='b'/>")
                .edge("f", 0, 0, 50, 0, 50, 100)
                .toString());
        assertThat(line(page, "f").select(".dg-way").attr("d")).isEqualTo("M0 0L44 0Q50 0 50 6L50 94");
        assertThat(line(page, "f").select(".dg-head").attr("d")).isEqualTo("M50 100L46 91L54 91Z");
    }

    @Test
    void endsLinesAtTheBorderWhereToolsLeadThemToTheMiddle() {
        Document page = Easel.get()
            .draw(new BpmnText()
                .with("""
                        <startEvent id='a'/><task id='b'/><exclusiveGateway id='c'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/>
                        <sequenceFlow id='g' sourceRef='b' targetRef='c'/>""")
                .shape("a", 0, 22, 36, 36)
                .shape("b", 100, 0, 100, 80)
                .shape("c", 300, 15, 50, 50)
                .edge("f", 18, 40, 70, 40, 150, 40)
                .edge("g", 150, 40, 325, 40)
                .toString());
        assertThat(line(page, "f").select(".dg-reach").attr("d")).isEqualTo("M18 40L70 40L150 40");
        assertThat(tip(page, "f")).isBetween(98.0, 104.0);
        assertThat(tip(page, "g")).isBetween(298.0, 304.0);
    }

    private static double tip(Document page, String flow) {
        String head = line(page, flow).select(".dg-head").attr("d");
        return Double.parseDouble(head.substring(1, head.indexOf(' ')));
    }

    @Test
    void drawsMessageFlowsAndAssociations() {
        Document page = Easel.get()
            .draw(new BpmnText()
                .with("""
                        <association id='plain'/><association id='one' associationDirection='One'/>
                        <association id='both' associationDirection='Both'/>
                        <task id='t'><dataInputAssociation id='in'><sourceRef>d</sourceRef><targetRef>t</targetRef></dataInputAssociation></task>
                        <dataObject id='d' name='Plan'/>""")
                .beside("<collaboration id='c'><messageFlow id='m'/></collaboration>")
                .edge("plain", 0, 0, 50, 0)
                .edge("one", 0, 10, 50, 10)
                .edge("both", 0, 20, 50, 20)
                .edge("in", 0, 30, 50, 30)
                .drawn("<di:BPMNEdge bpmnElement='m' messageVisibleKind='initiating'><dd:waypoint x='0' y='40'/><dd:waypoint x='90' y='40'/></di:BPMNEdge>")
                .toString());
        assertThat(tips(page, "plain")).isEmpty();
        assertThat(tips(page, "one")).containsExactly("dg-arrow");
        assertThat(tips(page, "both")).containsExactly("dg-arrow", "dg-arrow");
        assertThat(tips(page, "in")).containsExactly("dg-arrow");
        assertThat(line(page, "in").select("title").text()).isEqualTo("Plan → task");
        assertThat(tips(page, "m")).containsExactly("dg-hollow", "dg-hollow");
        assertThat(line(page, "m").hasClass("dg-message")).isTrue();
        assertThat(line(page, "m").select("use")).hasSize(1);
    }

    @Test
    void leadsLinesWithoutWaypointsFromShapeToShape() {
        Document page = Easel.get()
            .draw(new BpmnText().with("""
                    <task id='a'/><task id='b'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/>
                    <sequenceFlow id='lost' name='Lost' sourceRef='a' targetRef='nowhere'/>""")
                .shape("a", 0, 0, 100, 80)
                .shape("b", 200, 0, 100, 80)
                .edge("f")
                .edge("lost", 5, 5)
                .toString());
        assertThat(line(page, "f").select(".dg-way").attr("d")).isEqualTo("M100 40L194 40");
        assertThat(page.select("figcaption li").eachText()).containsExactly("Lost");
    }

    @Test
    void standsAndLaysPoolsAndLanes() {
        Document page = Easel.get()
            .draw(new BpmnText().with("<laneSet><lane id='l' name='Lane'/></laneSet><task id='t'/>")
                .beside("""
                        <collaboration id='c'><participant id='lying' name='Lying' processRef='p'/>
                        <participant id='standing' name='Standing' processRef='q'/>
                        <participant id='black' name='Black box'><participantMultiplicity maximum='2'/></participant></collaboration>""")
                .shape("lying", 0, 0, 600, 200, "isHorizontal='true'")
                .shape("l", 30, 0, 570, 200)
                .shape("t", 100, 50, 100, 80)
                .shape("standing", 700, 0, 200, 600, "isHorizontal='false'")
                .shape("black", 0, 300, 600, 60)
                .toString());
        assertThat(frame(page, "lying").select("> .dg-detail").attr("d")).isEqualTo("M30 0V200");
        assertThat(frame(page, "lying").select("text").attr("transform")).isEqualTo("rotate(-90 15 100)");
        assertThat(frame(page, "l").hasClass("dg-lane")).isTrue();
        assertThat(frame(page, "standing").select("> .dg-detail").attr("d")).isEqualTo("M700 30H900");
        assertThat(frame(page, "standing").select("text").hasAttr("transform")).isFalse();
        assertThat(frame(page, "black").select("> .dg-detail")).isEmpty();
        assertThat(frame(page, "black").select("use")).hasSize(1);
        assertThat(page.select(".dg-frame").eachAttr("data-element")).containsExactly("lying", "standing", "l",
                "black");
    }

    @Test
    void namesGroupsAfterTheirCategory() {
        Document page = Easel.get()
            .draw(new BpmnText().with("<group id='g' categoryValueRef='v'/>")
                .beside("<category><categoryValue id='v' value='Risky'/></category>")
                .shape("g", 0, 0, 200, 200)
                .toString());
        assertThat(frame(page, "g").select("text").text()).isEqualTo("Risky");
    }

    private static List<String> tips(Document page, String flow) {
        return line(page, flow).select("> path:not(.dg-way, .dg-reach)").eachAttr("class");
    }

    private static Element line(Document page, String flow) {
        return page.selectFirst(".dg-line[data-element=" + flow + "]");
    }

    private static Element frame(Document page, String element) {
        return page.selectFirst(".dg-frame[data-element=" + element + "]");
    }

}
