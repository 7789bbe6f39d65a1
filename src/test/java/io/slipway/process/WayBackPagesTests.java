package io.slipway.process;

import java.net.http.HttpResponse;
import java.time.Duration;

import io.slipway.policy.DeploymentModel;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.test.WaveDriver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static io.slipway.test.WaveDriver.step;
import static io.slipway.test.WaveDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The steps of the four models and of the way back show what decides, and ask for it.
 */
@SlipwayTest
class WayBackPagesTests {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    RunDriver run;

    @Autowired
    WaveDriver waves;

    @Autowired
    MutableClock clock;

    @LocalServerPort
    int port;

    @Test
    void showTheWayBack() {
        String key = this.waves.start("Pages of the way back", DeploymentModel.PHASED, wave("north", step("n", "Back")),
                wave("south", step("s", "Back")));
        this.waves.fail(key, "n", "fail-wave");
        assertThat(reads("deployment-manager", key, "decide-on-failed-wave").text()).contains("Rollback deadline");
        this.clock.advance(Duration.ofMinutes(110));
        assertThat(reads("deployment-manager", key, "decide-on-failed-wave").select("input[name=confirmed]"))
            .hasSize(1);
        this.waves.act(key, "decide-on-failed-wave", "roll-back-all", "reason", "Late.", "confirmed", "true");
        reads("deployment-manager", key, "take-step-back");
        this.run.act(key, "take-step-back", "Step n", "failed", "reason", "It hangs.");
        assertThat(reads("deployment-manager", key, "decide-on-failed-rollback").text()).contains("It hangs.");
        this.waves.act(key, "decide-on-failed-rollback", "retry", "reason", "Again.");
        this.waves.takeBack(key, "n");
        assertThat(reads("deployment-manager", key, "roll-back-release").select("textarea[name=baseline]").text())
            .contains("Step n: Checked by hand.");
    }

    @Test
    void showAParallelRun() {
        String key = this.waves.start("Pages of a parallel run", DeploymentModel.PARALLEL, wave("up", step("u", null)),
                wave("over", step("o", null)));
        this.run.done(key, "u");
        assertThat(reads("deployment-manager", key, "reconcile-systems").select("input[name$=oldSystem]")).isNotEmpty();
        this.waves.compare(key, "7", "7");
        reads("service-owner", key, "decide-on-cut-over");
        this.waves.cutOver(key, "cut-over");
        this.run.done(key, "o");
        assertThat(reads("deployment-manager", key, "watch-cut-over").text()).contains("Cut-back deadline");
        this.clock.advance(Duration.ofHours(4).plusMinutes(1));
        reads("deployment-manager", key, "retire-legacy");
    }

    @Test
    void askWhetherToRollBackLate() {
        String key = this.waves.start("Pages of a late rollback", DeploymentModel.BIG_BANG,
                wave("all", step("a", "Back")));
        this.clock.advance(Duration.ofMinutes(110));
        this.run.fail(key, "a");
        Document failed = reads("deployment-manager", key, "decide-on-failed-step");
        assertThat(failed.text()).contains("Rollback deadline");
        assertThat(failed.select("input[name=confirmed]")).hasSize(1);
        Visitor visitor = new Visitor(this.port).signIn("deployment-manager");
        String address = "/tasks/" + this.driver.await(key, "decide-on-failed-step").id();
        visitor.page(address);
        assertThat(visitor.post(address, "outcome", "roll-back", "reason", "At once.", "target", "").statusCode())
            .isEqualTo(422);
        this.run.decide(key, "a", "fail-wave");
        assertThat(reads("deployment-manager", key, "decide-on-late-rollback").select("input[name=confirmed]"))
            .hasSize(1);
    }

    private Document reads(String person, String key, String step) {
        HttpResponse<String> answer = new Visitor(this.port).signIn(person)
            .get("/tasks/" + this.driver.await(key, step).id());
        assertThat(answer.statusCode()).as(step).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("form#step button[name=outcome]")).as(step).isNotEmpty();
        assertThat(page.text()).as(step).doesNotContain("??");
        return page;
    }

}
