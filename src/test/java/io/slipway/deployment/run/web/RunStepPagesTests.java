package io.slipway.deployment.run.web;

import java.net.http.HttpResponse;
import java.util.List;

import io.slipway.deployment.check.Checks;
import io.slipway.deployment.run.RunType;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.StepState;
import io.slipway.deployment.run.WaveState;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepWork;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.RunDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static io.slipway.test.RunDriver.step;
import static io.slipway.test.RunDriver.wave;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The decision pages of a run say which step it is, what decides, and offer only what is
 * allowed, to those whom the plan names.
 */
@SlipwayTest
class RunStepPagesTests {

    @Autowired
    ReleaseDriver releases;

    @Autowired
    RunDriver driver;

    @Autowired
    Checks checks;

    @Autowired
    Acting acting;

    @LocalServerPort
    int port;

    @Test
    void offerWhatIsAllowedToThoseWhomThePlanNames() {
        Visitor visitor = new Visitor(this.port).signIn("deployment-manager");
        String key = this.releases.register("Pages of a run");
        PlannedStep planned = new PlannedStep("intake", "Stop <b>order</b> intake", StepKind.MANUAL,
                Role.DEPLOYMENT_MANAGER, "", 20, List.of(), null, false, true, null,
                new StepWork("Close the tills.", "KB-12", "A screenshot of the tills", null, null));
        long run = this.driver.begin(key, RunType.LIVE, wave("one", RunDriver.bake(60, true), planned));
        this.driver.startWave(key, run, "one");

        String address = address(key, "do-step");
        Document page = page(visitor, address);
        assertThat(page.text()).contains("Do step: Stop <b>order</b> intake", "Close the tills.", "KB-12", "20 minutes",
                "After this step nothing can be taken back.", "live, in staging");
        assertThat(buttons(page)).containsExactly("done", "failed", "begin");
        assertThat(new Visitor(this.port).signIn("operations").post(address, "outcome", "done").statusCode())
            .isEqualTo(403);

        visitor.post(address, "outcome", "begin", "note", "", "evidence", "");
        assertThat(this.driver.stepOf(run, "intake").state()).isEqualTo(StepState.RUNNING);
        assertThat(buttons(page(visitor, address))).containsExactly("done", "failed");
        HttpResponse<String> refused = visitor.post(address, "outcome", "done", "note", "", "evidence", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("Say where the evidence is");
        visitor.post(address, "outcome", "failed", "note", "The tills are locked.", "evidence", "");
        assertThat(page(visitor, "/deployments/runs/" + run).select(".warroom-told").text())
            .contains("Step failed: Stop <b>order</b> intake", "before: under way since")
            .doesNotContain("RUNNING", "retries");

        address = address(key, "decide-on-failed-step");
        page = page(visitor, address);
        assertThat(page.text()).contains("The tills are locked.", "0 of 3 retries are used.", "cannot be ignored",
                "for this step in this wave only");
        assertThat(buttons(page)).containsExactly("retry", "exclude", "fail-wave", "roll-back");
        visitor.post(address, "outcome", "retry", "reason", "They are open now.", "target", "");
        visitor.post(address(key, "do-step"), "outcome", "done", "note", "", "evidence", "Screenshot 7");

        this.driver.awaitBake(run, "one");
        RunWave wave = this.driver.waveOf(run, "one");
        this.acting.as("operations",
                () -> this.checks.bring("run-wave:" + wave.id() + "/" + wave.round() + "/0", "99", "Read", null));
        address = address(key, "decide-on-wave");
        page = page(visitor, address);
        assertThat(page.text()).contains("Wave one", "60 minutes", "Errors: 0 of 1 readings as they should be");
        assertThat(buttons(page)).containsExactly("wait", "accept", "fail", "roll-back");
        visitor.post(address, "outcome", "roll-back", "reason", "Too many errors.", "confirmed", "true");
        this.driver.awaitWave(run, "one", WaveState.ROLLBACK);
    }

    @Test
    void askForADecisionAndPerformNoDutyInARehearsal() {
        Visitor visitor = new Visitor(this.port).signIn("deployment-manager");
        String key = this.releases.register("Rehearsed decision");
        PlannedStep measured = new PlannedStep("probe", "Probe", StepKind.CHECK, Role.OPERATIONS, "", 5, List.of(),
                null, false, false, null,
                new StepWork("", "", "", null, CheckRule.once("Errors", CheckKind.READING, "", "< 1")));
        long run = this.driver.run(key, wave("one", measured, step("go", StepKind.DECISION, "probe")));
        this.driver.awaitStep(run, "probe", StepState.RUNNING);
        Awaitility.await("the probe is watched")
            .until(() -> this.checks.of(this.driver.stepOf(run, "probe").subject()).isPresent());
        this.acting.as("operations",
                () -> this.checks.bring(this.driver.stepOf(run, "probe").subject(), "0", "Read", null));
        assertThat(this.releases.await(key, "decide-step").duty()).isNull();
        String address = address(key, "decide-step");
        Document page = page(visitor, address);
        assertThat(page.text()).contains("Decide step: Step go", "a rehearsal in staging");
        assertThat(buttons(page)).containsExactly("go", "no-go");
        assertThat(visitor.post(address, "outcome", "no-go", "reason", "").statusCode()).isEqualTo(422);
        visitor.post(address, "outcome", "go", "reason", "");
        this.driver.awaitWave(run, "one", WaveState.DONE);
    }

    private String address(String key, String step) {
        return "/tasks/" + this.releases.await(key, step).id();
    }

    private static Document page(Visitor visitor, String address) {
        HttpResponse<String> answer = visitor.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.text()).doesNotContain("??");
        return page;
    }

    private static List<String> buttons(Document page) {
        return page.select("form#step button[name=outcome]").eachAttr("value");
    }

}
