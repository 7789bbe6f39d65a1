package io.slipway.planning.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.wave.Wave;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Waves are written row by row, without a script, or as text; what is wrong stands at its
 * row, and what was typed is kept.
 */
@SlipwayTest
class WaveStepTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    CurrentPlans current;

    @Test
    void beginsWithWavesForTheModelAndMovesThem() {
        String key = this.driver.register("In waves");
        String task = task(key);
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        Document empty = manager.page(task + "?part=deployment");
        assertThat(empty.select("button[value=waves-propose]").text()).contains("Phased");
        assertThat(press(manager, task, empty, "waves-propose").statusCode()).isEqualTo(303);
        assertThat(waves(key)).extracting(Wave::key).containsExactly("pilot", "early", "all");
        Document drawn = manager.page(task + "?part=deployment");
        assertThat(drawn.select(".waves-sum").text()).isEqualTo("3 waves, 6 steps, 5:45 h");
        assertThat(drawn.select(".wave-steps strong").eachText()).contains("critical");
        assertThat(drawn.select("svg.wave-axis rect")).isNotEmpty();
        assertThat(drawn.select("button[value=waves-propose]")).isEmpty();
        assertThat(press(manager, task, drawn, "waves-remove-2").statusCode()).isEqualTo(303);
        press(manager, task, manager.page(task + "?part=deployment"), "waves-add");
        assertThat(waves(key)).extracting(Wave::key).containsExactly("pilot", "all", "wave-3");
        HttpResponse<String> falling = press(manager, task, manager.page(task + "?part=deployment"), "waves-down-1");
        assertThat(falling.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(falling.body()).select("[role=alert]").text()).contains("Shares only grow");
    }

    @Test
    void writesAWaveRowByRow() {
        String key = this.driver.register("Row by row");
        String task = task(key);
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        press(manager, task, manager.page(task + "?part=deployment"), "waves-add");
        Document blank = manager.page(task + "?part=deployment-1");
        assertThat(blank.select("input[name^='wave.rows'][name$='.title']")).hasSize(2);
        assertThat(press(manager, task, blank, "save", "wave.rows[0].title", "Stop the queue", "wave.rows[0].minutes",
                "10", "wave.rows[1].title", "Deploy", "wave.rows[1].kind", "PIPELINE", "wave.rows[1].waitsFor",
                "stop-the-queue + 5", "wave.sites", "Berlin, Hamburg", "wave.checks[0].title", "Incidents",
                "wave.checks[0].by", "INCIDENTS")
            .statusCode()).isEqualTo(303);
        Wave wave = waves(key).get(0);
        assertThat(wave.targets()).containsExactly("Berlin", "Hamburg");
        assertThat(wave.bake().checks()).hasSize(1);
        assertThat(wave.steps()).extracting((step) -> step.key() + " " + step.after().size())
            .containsExactly("stop-the-queue 0", "deploy 1");
        Document filled = manager.page(task + "?part=deployment-1");
        HttpResponse<String> refused = press(manager, task, filled, "save", "wave.rows[0].waitsFor", "deploy",
                "wave.rows[0].minutes", "ten");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.getElementById("wave.rows[0]").select(".error").text()).contains("no whole number");
        assertThat(page.select("[role=alert]").text()).contains("stop-the-queue \u2192 deploy \u2192 stop-the-queue");
        assertThat(page.select("input[name='wave.rows[0].minutes']").val()).isEqualTo("ten");
        assertThat(press(manager, task, filled, "step-remove-1").statusCode()).isEqualTo(303);
        assertThat(waves(key).get(0).steps()).singleElement().satisfies((step) -> assertThat(step.after()).isEmpty());
        Document check = manager.page(task + "?part=check");
        assertThat(check.select(".plan-missing a").eachAttr("href"))
            .anyMatch((link) -> link.contains("part=deployment-1") && link.endsWith("#wave.rows[0]"));
    }

    @Test
    void takesWavesOverAsText() {
        String key = this.driver.register("As text");
        String task = task(key);
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        Document page = manager.page(task + "?part=deployment");
        HttpResponse<String> refused = press(manager, task, page, "save", "waves", "- {key: a, name: A, nome: B}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#waves-error").text()).contains("nome");
        assertThat(press(manager, task, page, "save", "waves",
                "- {key: a, name: A, steps: [{key: x, name: X, kind: manual}]}", "parallel",
                "{points: [{name: Open items}], clean_cycles: 5}")
            .statusCode()).isEqualTo(303);
        Plan.Deployment deployment = this.current.of(key).plan().deployment();
        assertThat(deployment.waves()).hasSize(1);
        assertThat(deployment.parallel()).isNotNull();
        Document side = manager.page(task + "?part=deployment-parallel");
        assertThat(press(manager, task, side, "save", "side.points[0].owner", "service-owner", "side.points[1].title",
                "Balances", "side.backHours", "72")
            .statusCode()).isEqualTo(303);
        assertThat(this.current.of(key).plan().deployment().parallel()).satisfies((parallel) -> {
            assertThat(parallel.points()).extracting((point) -> point.name() + " " + point.owner())
                .containsExactly("Open items service-owner", "Balances ");
            assertThat(parallel.cutBackHours()).isEqualTo(72);
        });
    }

    @Test
    void tellsWhoApprovesHowLongItTakesAndWhatCannotBeTakenBack() {
        String key = this.driver.register("Judged");
        String task = task(key);
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        String waves = "- {key: a, name: A, percent: 5, steps: [{key: x, name: Migrate, kind: manual, minutes: 90, point_of_no_return: true}]}\n"
                + "- {key: b, name: B, percent: 100, steps: [{key: y, name: Deploy, kind: manual, minutes: 60, way_back: {how: Back}}]}\n";
        assertThat(manager.plan(task, "submit", "waves", waves).statusCode()).isEqualTo(303);
        ReleaseVisitor stakeholder = new ReleaseVisitor(this.port, "stakeholder");
        String approval = stakeholder.task(key, "Approve plan");
        Document page = stakeholder.page(approval);
        assertThat(page.select("#facts").text()).contains("2 waves with 2 steps, 2:30 h of 2:00 h planned",
                "Point of no return: Migrate", "Without a way back: Migrate");
        assertThat(page.select(".waves .status-bad").text()).isEqualTo("Longer than planned");
        assertThat(stakeholder.submit(approval, "outcome", "approve", "reason", "").statusCode()).isEqualTo(303);
        manager.task(key, "Deliver units");
        String amend = "/releases/" + key + "/plan/amend";
        Document form = manager.page(amend);
        HttpResponse<String> shown = manager.plan(amend, "preview", "waves",
                waves.replace("minutes: 90", "minutes: 30"), "version", form.select("input[name=version]").val());
        assertThat(Jsoup.parse(shown.body()).select("ins").eachText()).singleElement()
            .isEqualTo("a, x: Migrate; manual by deployment-manager; 30 min; point of no return");
    }

    private List<Wave> waves(String key) {
        return this.current.of(key).plan().deployment().waves();
    }

    private String task(String key) {
        return "/tasks/" + this.driver.await(key, "complete-plan").id();
    }

    /** Sends the page's form as a browser would, with some fields typed anew. */
    private static HttpResponse<String> press(ReleaseVisitor visitor, String task, Document page, String button,
            String... typed) {
        List<String> fields = new ArrayList<>();
        for (Element input : page.select(".plan-steps [name]:not(button)")) {
            String name = input.attr("name");
            if (List.of(typed).contains(name) || (input.attr("type").equals("checkbox") && !input.hasAttr("checked"))) {
                continue;
            }
            Element chosen = input.selectFirst("option[selected]");
            fields.addAll(List.of(name, input.tagName().equals("textarea") ? input.wholeText()
                    : input.tagName().equals("select") ? ((chosen != null) ? chosen.val() : "") : input.val()));
        }
        fields.addAll(List.of(typed));
        fields.addAll(List.of("outcome", button));
        return visitor.submit(task, fields.toArray(String[]::new));
    }

}
