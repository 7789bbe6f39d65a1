package io.slipway.validation.web;

import java.net.http.HttpResponse;

import io.slipway.test.EvidenceDriver;
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
 * The pages of evidence, gates and waivers: who may what, and what they show.
 */
@SlipwayTest
class EvidencePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    EvidenceDriver pipeline;

    @Test
    void showFormsOnlyToThoseWhoMaySendThem() {
        String key = built();
        for (String person : new String[] { "auditor", "administrator", "operations" }) {
            Visitor visitor = visitor(person);
            assertThat(visitor.get(path(key, "/evidence/new")).statusCode()).isEqualTo(403);
            assertThat(visitor.get(path(key, "/waivers/new")).statusCode()).isEqualTo(403);
            Document page = visitor.page(path(key, "/validation"));
            assertThat(page.select("a[href$=/waivers/new], a[href$=/evidence/new], a[href$=/parity]")).isEmpty();
            assertThat(visitor.get(path(key, "/parity")).statusCode()).isEqualTo(403);
            assertThat(visitor.post(path(key, "/parity"), "test", "a", "production", "b").statusCode()).isEqualTo(403);
            assertThat(visitor.post(path(key, "/waivers"), "facts", "tests.failed.major").statusCode()).isEqualTo(403);
        }
        assertThat(visitor("release-manager").get(path(key, "/evidence/new")).statusCode()).isEqualTo(403);
    }

    @Test
    void tellHowToDeliverWhereNothingIsThere() {
        String key = this.driver.register("Nothing proven");
        Document page = visitor("auditor").page(path(key, "/validation"));
        assertThat(page.select(".empty-state").text()).contains("/api/v1/releases/" + key + "/evidence");
    }

    @Test
    void showFailuresFirstAndTextOfReportsAsText() {
        String key = built();
        this.pipeline.deliver(key, "junit", "unit", "<testsuite name='&lt;script>alert(1)&lt;/script>'>"
                + "<testcase name='fails'><failure message='&lt;b>bold&lt;/b>'/></testcase></testsuite>");
        Document page = visitor("auditor").page(path(key, "/validation"));
        assertThat(page.select("script:containsData(alert)")).isEmpty();
        assertThat(page.select(".trail-why").text()).contains("<b>bold</b>");
        assertThat(page.select("table.list tbody tr th a")).isNotEmpty();
        assertThat(page.text()).contains("holds the release back").doesNotContain("??");
        String one = page.select("a[href*=/evidence/]").first().attr("href");
        assertThat(visitor("auditor").page(one).select("h1").text()).isEqualTo("junit");
        HttpResponse<String> original = visitor("auditor").get(one + "/original");
        assertThat(original.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/octet-stream");
        assertThat(visitor("auditor").get(path(key, "/evidence/999999999")).statusCode()).isEqualTo(404);
    }

    @Test
    void keepWhatWasTypedAndNameEachFieldAtFault() {
        String key = built();
        Visitor manager = visitor("test-manager");
        manager.get(path(key, "/evidence/new"));
        HttpResponse<String> manual = manager.post(path(key, "/evidence"), "title", "", "level", "acceptance", "ranAt",
                "2026-11-20T10:00", "steps[0].action", "", "steps[0].expected", "Money", "steps[4].action", "Late");
        assertThat(manual.statusCode()).isEqualTo(422);
        assertThat(manual.body()).contains("Say what was tested.", "Say what was done in step 1.",
                "Say how step 1 ended.", "Money", "Say how step 5 ended.");
        assertThat(Jsoup.parse(manual.body()).select("details[open] legend").text()).contains("Step 5");
        HttpResponse<String> kept = manager.post(path(key, "/evidence"), "title", "Counter", "level", "acceptance",
                "ranAt", "2026-01-20T10:00", "source", "https://files.example.com/7", "steps[0].action", "Refund",
                "steps[0].result", "passed");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        String one = manager.page(path(key, "/validation")).select("a:contains(Counter)").first().attr("href");
        assertThat(manager.page(one).select("a[href=https://files.example.com/7]")).hasSize(1);
        HttpResponse<String> waiver = manager.post(path(key, "/waivers"), "justification", "Because <it> is small",
                "followUp", "", "expiresAt", "2001-01-01T10:00");
        assertThat(waiver.statusCode()).isEqualTo(422);
        assertThat(waiver.body()).contains("Choose at least one gate.", "Say what will be done about it",
                "A waiver ends in the future.", "Because &lt;it&gt; is small");
    }

    @Test
    void takeTheNumbersOfDeliveredResultsInsteadOfTypedOnes() {
        String key = built();
        this.driver.deliver(key);
        Visitor manager = visitor("test-manager");
        String task = "/tasks/" + this.driver.await(key, "assess-test-results").id();
        Document page = manager.page(task);
        assertThat(page.select("input[type=text][name=critical]")).isEmpty();
        assertThat(page.text()).contains("The delivered results count: 0 critical, 1 major and 0 minor failures.");
        HttpResponse<String> refused = manager.post(task, "critical", "0", "major", "0", "minor", "0", "report",
                "https://tests.example.com/1", "summary", "All is well.", "outcome", "pass");
        assertThat(refused.body()).contains("Gates hold this package back");
        manager.post(task, "critical", "0", "major", "0", "minor", "0", "report", "https://tests.example.com/1",
                "summary", "All is well.", "reason", "One fails.", "outcome", "fail");
        assertThat(manager.page(path(key, "/validation")).text()).contains("open failures: 0 critical, 1 major");
        assertThat(manager.page(path(key, "/policy")).text())
            .contains("Major test failures: 1, at most 0 asked: fails");
    }

    private String built() {
        String key = this.driver.register("Shown with its evidence");
        this.driver.plan(key);
        this.driver.deliverUnit(key);
        this.pipeline.deliverTests(key, "major", 1);
        return key;
    }

    private Visitor visitor(String person) {
        return new Visitor(this.port).signIn(person);
    }

    private static String path(String key, String rest) {
        return "/releases/" + key + rest;
    }

}
