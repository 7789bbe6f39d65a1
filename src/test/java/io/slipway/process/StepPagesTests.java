package io.slipway.process;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import io.slipway.release.ReleaseStatus;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each step has a page that its role can read and send, before and after there is
 * something to show; so has each tab of the release.
 */
@SlipwayTest
class StepPagesTests {

    @Autowired
    ReleaseDriver driver;

    @LocalServerPort
    int port;

    private final Map<String, Visitor> visitors = new HashMap<>();

    @Test
    void showEveryStepOfTheWholeWay() {
        String key = this.driver.register("Pages <b>of</b> each step");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        reads("test-manager", key, "assess-test-results");
        this.driver.failTests(key);
        this.driver.deliver(key);
        reads("test-manager", key, "assess-test-results");
        this.driver.passTests(key);
        reads("deployment-manager", key, "rehearse-rollback");
        this.driver.rehearseRollback(key);
        reads("release-manager", key, "request-change");
        this.driver.requestChange(key);
        reads("change-authority", key, "authorise-change");
        this.driver.askForMore(key);
        reads("release-manager", key, "supply-information");
        this.driver.supplyInformation(key);
        this.driver.authoriseChange(key);
        reads("release-manager", key, "announce-deployment");
        this.driver.announce(key);
        reads("deployment-manager", key, "decide-go-no-go");
        this.driver.decideNoGo(key);
        reads("release-manager", key, "resolve-no-go");
        this.driver.resolveNoGo(key);
        reads("deployment-manager", key, "decide-go-no-go");
        this.driver.decideGo(key);
        reads("deployment-manager", key, "confirm-backups");
        namesAllAtOnce("deployment-manager", key, "confirm-backups");
        this.driver.confirmBackups(key);
        reads("deployment-manager", key, "start-deployment");
        this.driver.startDeployment(key);
        reads("deployment-manager", key, "deploy-package");
        this.driver.failDeployment(key);
        reads("deployment-manager", key, "decide-on-failure");
        this.driver.retryDeployment(key);
        reads("deployment-manager", key, "start-deployment");
        this.driver.startDeployment(key);
        this.driver.deployPackage(key);
        reads("deployment-manager", key, "verify-deployment");
        this.driver.verifyDeployment(key);
        reads("operations", key, "watch-release");
        this.driver.extendSupport(key, "watch-release");
        reads("operations", key, "watch-release");
        this.driver.askForHandover(key, "watch-release");
        reads("service-owner", key, "decide-on-early-end");
        this.driver.refuseEarlyEnd(key);
        this.driver.giveUp(key, "watch-release");
        reads("deployment-manager", key, "roll-back-release");
        this.driver.rollBackRelease(key);
        reads("release-manager", key, "hold-review");
        this.driver.holdReview(key, "FAILED");
        this.driver.returnReview(key);
        reads("release-manager", key, "hold-review");
        this.driver.holdReview(key, "FAILED");
        reads("service-owner", key, "confirm-review");
        reads("configuration-manager", key, "confirm-configuration");
        this.driver.confirmReview(key);
        this.driver.confirmConfiguration(key);
        this.driver.awaitStatus(key, ReleaseStatus.ROLLED_BACK);
        assertThat(new Visitor(this.port).signIn("auditor")
            .page("/releases?status=deviated&text=" + key)
            .select(".list tbody tr .flag")
            .text()).contains("Rolled back", "Failed attempt", "Support extended");
        assertTabs(key);
    }

    @Test
    void showTabsBeforeThereIsAnythingToShow() {
        assertTabs(this.driver.register("Pages without history"));
    }

    private void assertTabs(String key) {
        for (String tab : new String[] { "validation", "change", "deployment", "support", "review" }) {
            HttpResponse<String> page = visitor("auditor").get("/releases/" + key + "/" + tab);
            assertThat(page.statusCode()).as(tab).isEqualTo(200);
            assertThat(page.body()).as(tab).doesNotContain("??");
        }
    }

    private void reads(String person, String key, String step) {
        String address = "/tasks/" + this.driver.await(key, step).id();
        HttpResponse<String> answer = visitor(person).get(address);
        assertThat(answer.statusCode()).as(step).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("form#step button[name=outcome]")).as(step).isNotEmpty();
        assertThat(page.text()).as(step).doesNotContain("??");
        assertThat(answer.body()).as(step).doesNotContain("<b>of</b>");
    }

    /** What cannot be read, and what the service refuses, each at its field. */
    private void namesAllAtOnce(String person, String key, String step) {
        HttpResponse<String> answer = visitor(person).post("/tasks/" + this.driver.await(key, step).id(), "outcome",
                "confirmed", "location", " \t", "takenAt", "yesterday", "verifiedAt", "");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("form#step .field-invalid p.error").eachText()).contains("Say where the backups are.",
                "Enter a date and time between 2000 and 2100, such as 22 November 2026, 14:30.",
                "Say when restoring from them was verified.");
    }

    private Visitor visitor(String person) {
        return this.visitors.computeIfAbsent(person, (name) -> new Visitor(this.port).signIn(name));
    }

}
