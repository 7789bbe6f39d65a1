package io.slipway.planning.web;

import java.net.http.HttpResponse;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanFiles;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole plan is written in the browser, amended with its difference in view, and
 * taken out and in as a file.
 */
@SlipwayTest
class PlanPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans current;

    @Autowired
    PlanFiles files;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Test
    void keepsEveryPartThatIsTypedAndFillsGapsFromTheTemplate() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("PARTS-1", "Other");
        manager.register("PARTS-2", "Parts");
        String task = manager.task("PARTS-2", "Complete plan");
        HttpResponse<String> answer = manager.plan(task, "template", "backups", "The ledger", "environment", "staging",
                "schemaChange", "true", "dependencies[0].kind", "TOGETHER", "dependencies[0].release", "parts-1",
                "people", "operations:operations", "rollbackPlan", "");
        assertThat(answer.statusCode()).isEqualTo(303);
        Plan plan = this.current.of("PARTS-2").plan();
        assertThat(plan.scope().environment()).isEqualTo("staging");
        assertThat(plan.scope().schemaChange()).isTrue();
        assertThat(plan.wayBack().backups()).isEqualTo("The ledger");
        assertThat(plan.times().dependencies()).hasSize(1);
        assertThat(plan.people().people()).hasSize(1);
        assertThat(plan.communication().announcements()).isNotEmpty();
        assertThat(plan.wayBack().rollbackPlan()).contains("Lead traffic back");
        Document times = manager.page(task + "?part=times");
        assertThat(times.select("input[name='dependencies[0].release']").val()).isEqualTo("PARTS-1");
        assertThat(times.select("input[name='dependencies[2].release']")).hasSize(1);
        Document communication = manager.page(task + "?part=communication");
        assertThat(communication.select("input[name='announcements[0].amount']").val()).isEqualTo("1");
        Document tab = manager.page("/releases/PARTS-2/plan");
        assertThat(tab.select("main").text()).contains("PARTS-1", "The ledger", "staging", "Together with it");
        String wrong = manager
            .plan(task, "save", "dependencies[0].kind", "TOGETHER", "dependencies[0].release", "NO-SUCH", "scope",
                    "Typed and kept")
            .body();
        assertThat(Jsoup.parse(wrong).select("#dependencies-error").text()).isEqualTo("There is no release NO-SUCH.");
        assertThat(Jsoup.parse(wrong).select("input[name='dependencies[0].release']").val()).isEqualTo("NO-SUCH");
    }

    @Test
    void showsTheDifferenceBeforeAnAmendmentIsConfirmed() {
        String key = this.driver.register("Amended in the browser");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        String page = "/releases/" + key + "/plan/amend";
        assertThat(new ReleaseVisitor(this.port, "build-engineer").status(page)).isEqualTo(403);
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        assertThat(manager.page("/releases/" + key + "/plan").select("a[href$=/plan/amend]")).hasSize(1);
        HttpResponse<String> preview = manager.plan(page, "preview", "scope", "Something else");
        assertThat(preview.statusCode()).isEqualTo(200);
        Document shown = Jsoup.parse(preview.body());
        assertThat(shown.select("ins").eachText()).contains("Something else");
        assertThat(shown.select("del").eachText()).contains("Refunds within a day.");
        assertThat(shown.select("main").text()).contains("The plan has to be approved again");
        String seen = shown.select("input[name=seen]").val();
        assertThat(manager.plan(page, "confirm", "scope", "Something else", "seen", seen, "reason", "").statusCode())
            .isEqualTo(422);
        assertThat(manager.plan(page, "confirm", "scope", "Yet another", "seen", seen, "reason", "Asked for").body())
            .contains("differs from what was shown");
        assertThat(this.current.of(key).plan().scope().scope()).isEqualTo("Refunds within a day.");
        HttpResponse<String> done = manager.plan(page, "confirm", "scope", "Something else", "seen", seen, "reason",
                "Asked for");
        assertThat(done.statusCode()).isEqualTo(302);
        this.driver.await(key, "complete-plan");
        assertThat(this.current.of(key).plan().scope().scope()).isEqualTo("Something else");
    }

    @Test
    void takesAPlanOutAndInAsAFile() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("FILE-1", "From a file");
        String yaml = manager.visitor().get("/releases/FILE-1/plan.yaml").body();
        assertThat(PlanYaml.read(yaml)).isEqualTo(this.current.of("FILE-1").plan());
        assertThat(new ReleaseVisitor(this.port, "auditor").status("/releases/FILE-1/plan/file")).isEqualTo(403);
        assertThat(manager.page("/releases/FILE-1/plan/file").select("input[type=file]")).hasSize(1);
        assertThat(manager.page("/releases/new/file").select("input[type=file]")).hasSize(1);
        String changed = yaml.replace("scope: \"\"", "scope: \"As in the file\"");
        manager.task("FILE-1", "Complete plan");
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("stakeholder", () -> this.files.write("FILE-1", null, changed)));
        this.acting.as("release-manager", () -> this.files.write("FILE-1", null, changed));
        assertThat(this.current.of("FILE-1").plan().scope().scope()).isEqualTo("As in the file");
        String copy = this.acting.as("release-manager", () -> this.files.register("FILE-2", PlanYaml.read(changed)));
        assertThat(this.files.read(copy)).isEqualTo(changed);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(
                () -> this.acting.as("release-manager", () -> this.files.write("FILE-1", null, changed + "scoop: x\n")))
            .satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("file"));
    }

}
