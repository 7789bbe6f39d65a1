package io.slipway.release.web;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of releases over HTTP: who may not, what bad input gets, and how few
 * statements each needs.
 */
@SlipwayTest
class ReleasePagesTests {

    /**
     * Readiness and collisions ask what many features know; the search for the next
     * opening reads at most three stretches of the schedule.
     */
    private static final int MOST_JUDGING = 30;

    private static final List<String> JUDGING = List.of("/releases", "/releases?text=cards&service=Card+payments",
            "/releases/board", "/releases/PAGES-SQL", "/releases/PAGES-SQL/plan");

    @LocalServerPort
    int port;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    StatementCounter counter;

    @Test
    void areForPeopleWhoAreSignedIn() {
        Visitor stranger = new Visitor(this.port);
        for (String path : List.of("/releases", "/releases/board", "/releases/new", "/releases/PAY-1")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    @Test
    void letOnlyReleaseManagersRegisterAndCancel() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("PAGES-MAY", "Cards");
        for (String person : List.of("auditor", "administrator", "build-engineer")) {
            ReleaseVisitor other = new ReleaseVisitor(this.port, person);
            assertThat(other.status("/releases/PAGES-MAY")).isEqualTo(200);
            assertThat(other.page("/releases").select("a[href='/releases/new']")).isEmpty();
            assertThat(other.page("/releases/PAGES-MAY").select("a[href$=/cancel]")).isEmpty();
            assertThat(other.status("/releases/new")).isEqualTo(403);
            assertThat(other.register("PAGES-NOT", "Cards").statusCode()).isEqualTo(403);
            assertThat(other.status("/releases/PAGES-MAY/cancel")).isEqualTo(403);
            other.page("/releases");
            assertThat(other.visitor().post("/releases/PAGES-MAY/cancel", "reason", "No").statusCode()).isEqualTo(403);
        }
        assertThat(this.releases.get("PAGES-MAY").open()).isTrue();
    }

    @Test
    void answerNotFoundForUnknownKeysAndTabs() {
        ReleaseVisitor auditor = new ReleaseVisitor(this.port, "auditor");
        new ReleaseVisitor(this.port, "release-manager").register("PAGES-TAB", "Cards");
        for (String path : List.of("/releases/NO-1", "/releases/NO-1/plan", "/releases/NO-1/checklist.yaml",
                "/releases/PAGES-TAB/nothing", "/releases/%3Cscript%3E")) {
            assertThat(auditor.status(path)).as(path).isEqualTo(404);
        }
        assertThat(auditor.status("/releases/pages-tab")).isEqualTo(200);
    }

    @Test
    void keepWhatWasTypedWhenAReleaseIsRefused() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        assertThat(manager.register("PAGES-TWICE", "Cards").statusCode()).isEqualTo(302);
        HttpResponse<String> answer = manager.register("pages-twice", "<script>alert('x')</script>", "Ships, Sails");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#key-error").text()).isEqualTo("PAGES-TWICE is taken. Choose another key.");
        assertThat(page.select("input[name=name]").val()).isEqualTo("<script>alert('x')</script>");
        assertThat(page.select("input[name=services][checked]").eachAttr("value")).containsExactly("Sails", "Ships");

        Document empty = Jsoup.parse(manager.register("PAY_1", "").body());
        assertThat(empty.select("#key-error").text()).startsWith("A key is 2 to 10 letters");
        assertThat(empty.select("#name-error").text()).isEqualTo("Give the release a name.");
        assertThat(Jsoup.parse(manager.register("", "x".repeat(121)).body()).select("#name-error").text())
            .isEqualTo("Use at most 120 characters.");
    }

    @Test
    void showScriptAsText() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("PAGES-XSS", "<script>alert('x')</script>", "<img src=x onerror=alert(1)>");
        for (String path : List.of("/releases/PAGES-XSS", "/releases/PAGES-XSS/plan", "/releases?text=PAGES-XSS",
                "/releases/board", "/releases/PAGES-XSS/cancel", "/releases/new?from=PAGES-XSS")) {
            Document page = manager.page(path);
            assertThat(page.select("main script:not([src]), main img")).as(path).isEmpty();
        }
        assertThat(manager.page("/releases/PAGES-XSS").select("h1").text()).isEqualTo("<script>alert('x')</script>");
    }

    @Test
    void findFilterAndOrderByTheAddress() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("FILT-1", "Narwhal one", "Harbour");
        manager.register("FILT-2", "Narwhal two", "Lighthouse");
        assertThat(rows(manager, "/releases?text=filt-")).contains("FILT-1", "FILT-2");
        assertThat(rows(manager, "/releases?text=narwhal+two")).containsExactly("FILT-2");
        assertThat(rows(manager, "/releases?service=Harbour")).containsExactly("FILT-1");
        assertThat(rows(manager, "/releases?service=Harbour&type=MINOR")).isEmpty();
        assertThat(rows(manager, "/releases?service=Harbour&phase=plan&owner=release-manager&status=open&sort=key"))
            .containsExactly("FILT-1");
        assertThat(rows(manager, "/releases?text=filt-&status=cancelled")).isEmpty();
        assertThat(manager.page("/releases?service=Nowhere").select(".empty-head").text()).isNotEmpty();
        assertThat(manager.status("/releases?type=NONSENSE&sort=x&from=%27&phase=1")).isEqualTo(200);
        Document filtered = manager.page("/releases?service=Harbour&sort=KEY");
        assertThat(filtered.select("select[name=service] option[selected]").val()).isEqualTo("Harbour");
        assertThat(filtered.select("select[name=sort] option[selected]").val()).isEqualTo("KEY");
    }

    @Test
    void cancelWithAReason() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("PAGES-END", "Cards");
        manager.task("PAGES-END", "Complete plan");
        manager.page("/releases/PAGES-END/cancel");
        HttpResponse<String> refused = manager.visitor().post("/releases/PAGES-END/cancel", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#reason-error").text())
            .isEqualTo("Say why the release is cancelled.");
        assertThat(
                manager.visitor().post("/releases/PAGES-END/cancel", "reason", "Merged <b>elsewhere</b>").statusCode())
            .isEqualTo(302);
        Document page = manager.page("/releases/PAGES-END");
        assertThat(page.text()).contains("Cancelled: Merged <b>elsewhere</b>");
        assertThat(page.select("a[href$=/cancel]")).isEmpty();
        assertThat(manager.page("/releases/PAGES-END/cancel").select("main form")).isEmpty();
        manager.page("/releases");
        assertThat(manager.visitor().post("/releases/PAGES-END/cancel", "reason", "Again").statusCode()).isEqualTo(422);
    }

    @Test
    void offerTheChecklistAsYaml() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("PAGES-YAML", "Cards");
        HttpResponse<String> yaml = manager.visitor().get("/releases/PAGES-YAML/checklist.yaml");
        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml;charset=UTF-8");
        assertThat(yaml.headers().firstValue("Content-Disposition").orElseThrow())
            .contains("PAGES-YAML-checklist.yaml");
        assertThat(yaml.body()).startsWith("release_checklist:\n  - release_plan: draft\n");
    }

    @Test
    void issueAFewStatementsOnly() {
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        manager.register("PAGES-SQL", "Cards");
        manager.task("PAGES-SQL", "Complete plan");
        for (String path : List.of("/releases", "/releases?text=cards&service=Card+payments", "/releases/board",
                "/releases/new", "/releases/PAGES-SQL", "/releases/PAGES-SQL/plan", "/releases/PAGES-SQL/package",
                "/releases/PAGES-SQL/decisions", "/releases/PAGES-SQL/cancel", "/releases/PAGES-SQL/checklist.yaml")) {
            String name = "releases " + path;
            assertThat(manager.visitor().get(path, StatementCounter.HEADER, name).statusCode()).isEqualTo(200);
            assertThat(this.counter.of(name)).as(path)
                .filteredOn((sql) -> !sql.contains("notice = 'UNREAD'"))
                .hasSizeLessThanOrEqualTo(JUDGING.contains(path) ? MOST_JUDGING : 12);
        }
    }

    @Test
    void letAuditorsFindFinishedAndRunningOnesByPeriodPersonAndDeviation() {
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        new ReleaseVisitor(this.port, "release-manager").register("AUDFIND-1", "To be audited");
        ReleaseVisitor auditor = new ReleaseVisitor(this.port, "auditor");
        String asked = "/releases?status=any&text=audfind";
        assertThat(auditor.page("/audit").select("nav a[href='/releases?status=any']")).hasSize(1);
        assertThat(rows(auditor, asked + "&person=release-manager&since=2020-01-01")).containsExactly("AUDFIND-1");
        assertThat(rows(auditor, asked + "&person=operations")).isEmpty();
        assertThat(rows(auditor, asked + "&until=2000-01-01")).isEmpty();
        assertThat(rows(auditor, asked + "&since=2000-01-01&deviation=waived")).isEmpty();
        assertThat(rows(auditor, asked + "&since=nonsense&deviation=%00")).isEmpty();
        assertThat(auditor.page(asked + "&person=operations").select("#person").val()).isEqualTo("operations");
        assertThat(auditor.page("/audit?actor=auditor&action=record.searched&since=" + day).text())
            .contains("operations");
        ReleaseVisitor other = new ReleaseVisitor(this.port, "build-engineer");
        assertThat(rows(other, asked + "&person=operations")).containsExactly("AUDFIND-1");
        assertThat(other.page(asked).select("#person")).isEmpty();
    }

    private static List<String> rows(ReleaseVisitor visitor, String path) {
        return visitor.page(path).select("table.list tbody th a").eachText();
    }

}
