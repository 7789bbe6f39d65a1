package io.slipway.knowledge.web;

import java.net.http.HttpResponse;
import java.util.UUID;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of knowledge, over HTTP: an article from its template to a run that finds a
 * step wrong, with what was typed kept beside its mistakes.
 */
@SlipwayTest
class KnowledgePagesTests {

    private final String mark = "zp" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    private String writer;

    private Visitor visitor;

    @BeforeEach
    void signIn() {
        this.writer = this.somePerson.with(Role.OPERATIONS);
        this.visitor = new Visitor(this.port).signIn(this.writer);
    }

    @Test
    void isWrittenPublishedChangedAndCompared() {
        Document choose = this.visitor.page("/knowledge/new");
        assertThat(choose.select("main .cards a")).hasSize(6);
        Document form = this.visitor.page("/knowledge/new?kind=RUNBOOK&title=" + this.mark);
        assertThat(form.select("#title").val()).isEqualTo(this.mark);
        assertThat(form.select("#body").text()).contains("[[", "- Do:");
        HttpResponse<String> refused = write("RUNBOOK", "", form.select("#body").val());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#body").text()).contains("- Expect:");
        String address = write("RUNBOOK", "Drain " + this.mark, "## Look [[at what]]\n\n- Do: look").headers()
            .firstValue("Location")
            .orElseThrow();
        String path = address.substring(address.indexOf("/knowledge/"));
        HttpResponse<String> left = this.visitor.post(path + "/publish");
        assertThat(left.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(left.body()).select(".notice-bad").text()).contains("[[ ]]");
        Document edit = this.visitor.page(path + "/edit");
        assertThat(edit.select("#body").text()).contains("{#look-at-what}");
        change(path, "1", "Drain " + this.mark, "## Look {#look}\n\n- Do: look <b>hard</b>\n- Expect: calm", "");
        assertThat(this.visitor.post(path + "/publish").statusCode()).isEqualTo(302);
        assertThat(change(path, "2", "Drain " + this.mark, "x", "").statusCode()).isEqualTo(422);
        assertThat(change(path, "1", "Drain " + this.mark, "x", "Late").statusCode()).isEqualTo(409);
        Document version = this.visitor.page(path + "/versions/2");
        assertThat(version.select(".difference-added").text()).contains("look <b>hard</b>");
        assertThat(version.select(".difference-removed").text()).contains("at what");
        Document page = this.visitor.page(path);
        assertThat(page.select(".prose b")).isEmpty();
        assertThat(page.select("main").text()).contains("Not validated", "Nobody but who wrote it");
        assertThat(this.visitor.page("/search?q=" + this.mark).text()).contains("Drain " + this.mark);
        follow(path);
    }

    private void follow(String path) {
        Document begin = this.visitor.page(path + "/runs/new");
        assertThat(begin.select("#purpose")).hasSize(1);
        assertThat(this.visitor.post(path + "/runs", "purpose", "").statusCode()).isEqualTo(422);
        String run = this.visitor.post(path + "/runs", "purpose", "A drill.", "drill", "true", "release", "")
            .headers()
            .firstValue("Location")
            .orElseThrow();
        String address = run.substring(run.indexOf("/knowledge/"));
        HttpResponse<String> why = this.visitor.post(address + "/steps", "step", "look", "outcome", "FAILED", "seen",
                "smoke");
        assertThat(why.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(why.body()).select("#seen-look").val()).isEqualTo("smoke");
        this.visitor.post(address + "/steps", "step", "look", "outcome", "FAILED", "seen", "smoke", "note", "Fire.");
        assertThat(this.visitor.page(address).select("#step-look").text()).contains("something else was seen", "smoke",
                "Fire.");
        HttpResponse<String> ended = this.visitor.post(address + "/end", "verdict", "WRONG", "wrongStep", "look",
                "note", "It smokes.");
        String edit = ended.headers().firstValue("Location").orElseThrow();
        assertThat(this.visitor.page(edit.substring(edit.indexOf("/knowledge/"))).select("#note").val())
            .isEqualTo("It smokes.");
        assertThat(this.visitor.page(path).select("main").text()).contains("A step is wrong");
    }

    @Test
    void aSearchInVainIsListedAsMissing() {
        assertThat(this.visitor.page("/knowledge?text=never-" + this.mark).text()).contains("Nothing was found");
        this.visitor.get("/knowledge/found?text=typing-" + this.mark);
        Document missing = this.visitor.page("/knowledge/missing");
        assertThat(missing.text()).doesNotContain("typing-" + this.mark);
        assertThat(this.visitor.get("/knowledge/found?text=never-" + this.mark).body()).doesNotContain("<html");
    }

    @Test
    void auditorsReadAndChangeNothing() {
        Visitor auditor = new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR));
        assertThat(auditor.page("/knowledge").select("a[href$=/knowledge/new]")).isEmpty();
        assertThat(auditor.get("/knowledge/new").statusCode()).isEqualTo(403);
        assertThat(auditor.post("/knowledge", "kind", "HOW_TO", "title", "x", "body", "x").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> write(String kind, String title, String body) {
        return this.visitor.post("/knowledge", "kind", kind, "title", title, "body", body, "owner", this.writer,
                "reviewDays", "90");
    }

    private HttpResponse<String> change(String path, String version, String title, String body, String note) {
        return this.visitor.post(path, "kind", "RUNBOOK", "title", title, "body", body, "owner", this.writer,
                "reviewDays", "90", "version", version, "note", note);
    }

}
