package io.slipway.planning.web;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanFiles;
import io.slipway.planning.plan.Plan;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan is written in short steps, each saved by itself, and submitted once all of it is
 * there; what only keeps a place free, or would be told in the past, is refused.
 */
@SlipwayTest
class PlanStepsTests {

    private static final Duration AHEAD = Duration.ofDays(20);

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    CurrentPlans current;

    @Autowired
    PlanFiles files;

    @Autowired
    Acting acting;

    @Autowired
    Clock clock;

    @Test
    void savesEachStepByItselfAndLeadsToWhatIsMissing() {
        String key = this.driver.register("In steps");
        String task = "/tasks/" + this.driver.await(key, "complete-plan").id();
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        Document first = manager.page(task);
        assertThat(first.select(".plan-step[aria-current]").text()).startsWith("Scope");
        assertThat(first.select("form textarea[name=rollbackPlan]")).isEmpty();
        assertThat(first.select(".plan-step-complete .plan-step-name").eachText()).containsExactly("Deployment",
                "Support");
        assertThat(save(manager, task, "way-back", "rollbackCriteria", "Errors above one per cent.", "rollbackPlan",
                "Switch back.", "backups", "The ledger.")
            .statusCode()).isEqualTo(303);
        Plan plan = this.current.of(key).plan();
        assertThat(plan.wayBack().backups()).isEqualTo("The ledger.");
        assertThat(plan.scope().name()).isEqualTo("In steps");
        HttpResponse<String> early = submit(manager, task);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(early.body()).select("[role=alert] a").eachAttr("href"))
            .anyMatch((link) -> link.contains("part=times") && link.endsWith("#plannedStart"))
            .anyMatch((link) -> link.contains("part=people") && link.endsWith("#approvers"))
            .noneMatch((link) -> link.contains("part=way-back"));
        assertThat(new ReleaseVisitor(this.port, "auditor").submit(task, "part", "check", "outcome", "submit")
            .statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAStaleStepAndKeepsADraftOfEach() {
        String key = this.driver.register("Stale steps");
        String task = "/tasks/" + this.driver.await(key, "complete-plan").id();
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        String version = version(manager, task);
        manager.submit(task + "/draft", "part", "way-back", "version", version, "backups", "Typed, not saved");
        manager.submit(task + "/draft", "part", "support", "version", version, "supportDays", "33");
        assertThat(manager.page(task + "?part=way-back").select("textarea[name=backups]").text())
            .isEqualTo("Typed, not saved");
        assertThat(manager.page(task + "?part=support").select("input[name=supportDays]").val()).isEqualTo("33");
        assertThat(manager.page(task).select(".plan-step:contains(not saved)")).hasSize(2);
        assertThat(save(manager, task, "support", "supportDays", "9").statusCode()).isEqualTo(303);
        assertThat(manager.page(task).select(".plan-step:contains(not saved)")).hasSize(1);
        assertThat(manager
            .submit(task, "part", "way-back", "version", version, "backups", "Another one", "outcome", "save")
            .statusCode()).isEqualTo(409);
        assertThat(this.current.of(key).plan().support().supportDays()).isEqualTo(9);
    }

    @Test
    void tellsOfWhatIsTypedWhatDecidesAndKeepsNothingOfIt() {
        String key = this.driver.register("As one goes");
        String task = "/tasks/" + this.driver.await(key, "complete-plan").id();
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        String version = version(manager, task);
        assertThat(manager.page(task).select("#facts").text()).contains("Minor release");
        Document facts = Jsoup.parse(
                manager
                    .submit(task + "/draft?facts", "part", "scope", "version", version, "name", "As one goes", "type",
                            "MAJOR", "model", "BIG_BANG", "services", "Nowhere", "environment", "production")
                    .body());
        assertThat(facts.text()).contains("Major release").doesNotContain("Minor release");
        assertThat(this.current.of(key).plan().scope().type().name()).isEqualTo("MINOR");
        assertThat(manager.page(task).select(".plan-step:contains(not saved)")).isEmpty();
        assertThat(new ReleaseVisitor(this.port, "auditor").submit(task + "/draft?facts", "part", "scope").statusCode())
            .isEqualTo(403);
    }

    @Test
    void refusesWhatOnlyKeepsAPlaceFreeOnThePageAndInAFile() {
        String key = this.driver.register("Not meant");
        String task = "/tasks/" + this.driver.await(key, "complete-plan").id();
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        HttpResponse<String> refused = save(manager, task, "way-back", "rollbackCriteria", "TBD", "rollbackPlan",
                "Switch back.", "backups", "n/a");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("#rollbackCriteria-error").text()).contains("TBD", "leave it empty");
        assertThat(page.select("#backups-error")).hasSize(1);
        assertThat(page.select("textarea[name=rollbackPlan]").text()).isEqualTo("Switch back.");
        String yaml = this.files.read(key);
        assertThat(problems(key, yaml.replace("scope: \"\"", "scope: \"lorem ipsum dolor\""))).containsExactly("scope");
        assertThat(problems(key, yaml.replace("name: \"Not meant\"", "name: \"xxx\""))).containsExactly("name");
    }

    @Test
    void refusesWhatWouldHappenInThePast() {
        String key = this.driver.register("Too late");
        this.driver.await(key, "complete-plan");
        String yaml = this.files.read(key);
        String past = timed(yaml, Duration.ofHours(-30), Duration.ofHours(-26));
        assertThat(problems(key, past)).containsExactlyInAnyOrder("plannedStart", "plannedEnd");
        String soon = timed(yaml, Duration.ofHours(5), Duration.ofHours(6));
        String told = soon.replace("announcements: []", """
                announcements:
                  - audience: [operations]
                    channel: portal
                    anchor: start
                    minutes: -1440
                    text: Tomorrow.""");
        assertThat(problems(key, told)).containsExactly("announcements");
        assertThat(problems(key, timed(told, AHEAD, AHEAD.plusHours(1)))).isEmpty();
    }

    private List<String> problems(String key, String yaml) {
        try {
            this.acting.as("release-manager", () -> this.files.write(key, null, yaml));
            return List.of();
        }
        catch (InvalidInputException ex) {
            return ex.problems().stream().map(InputProblem::field).toList();
        }
    }

    private String timed(String yaml, Duration start, Duration end) {
        return yaml.replaceAll("(?m)^planned_start: .*", "planned_start: \"" + this.clock.instant().plus(start) + "\"")
            .replaceAll("(?m)^planned_end: .*", "planned_end: \"" + this.clock.instant().plus(end) + "\"");
    }

    private static HttpResponse<String> save(ReleaseVisitor manager, String task, String part, String... fields) {
        String[] all = new String[fields.length + 6];
        System.arraycopy(fields, 0, all, 6, fields.length);
        System.arraycopy(new String[] { "part", part, "version", version(manager, task), "outcome", "save" }, 0, all, 0,
                6);
        return manager.submit(task, all);
    }

    private static HttpResponse<String> submit(ReleaseVisitor manager, String task) {
        return manager.submit(task, "part", "check", "version", version(manager, task), "outcome", "submit");
    }

    private static String version(ReleaseVisitor manager, String task) {
        return manager.page(task).select("input[name=version]").val();
    }

}
