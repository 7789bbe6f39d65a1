package io.slipway.change.web;

import java.net.http.HttpResponse;
import java.util.UUID;

import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeManagement;
import io.slipway.change.ChangeType;
import io.slipway.change.SomeChange;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
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
 * The pages about changes, meetings and standing authorisations, over HTTP.
 */
@SlipwayTest
class ChangePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    SomeChange some;

    @Autowired
    ChangeManagement changes;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private ChangeDetails change;

    @BeforeEach
    void request() {
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.PHASED, "Pages " + this.mark);
        this.some.request(key, ChangeType.NORMAL, null);
        this.change = this.changes.ofRelease(key).orElseThrow();
    }

    @Test
    void letsOnlyTheBoardWriteMinutesAndMakeStandardChanges() {
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        for (String page : new String[] { "/changes", "/changes/agenda", "/changes/meetings", "/changes/standard",
                "/changes/" + this.change.number() }) {
            assertThat(auditor.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(auditor.get("/changes/meetings/new").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/changes/standard/new").statusCode()).isEqualTo(403);
        auditor.get("/changes");
        assertThat(auditor.post("/changes/meetings", "heldAt", "2026-11-01T10:00", "attendees", "auditor", "notes", "x")
            .statusCode()).isEqualTo(403);
        assertThat(auditor.post("/changes/standard/1/authorise").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/changes/CHG-999999999").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/changes/standard/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void listsFiltersAndShowsARecord() {
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        Document list = visitor.page("/changes?status=requested&type=NORMAL&service=Pages+" + this.mark);
        assertThat(list.select("tbody th a").text()).isEqualTo(this.change.number());
        assertThat(visitor.page("/changes?status=VOID&service=Pages+" + this.mark).text())
            .contains("Nothing matches these filters.");
        this.some.authorise(this.change.releaseKey(), "change-authority");
        Document page = visitor.page("/changes/" + this.change.number());
        assertThat(page.text()).contains("Authorised", "1 of 1 needed votes to authorise", "Charles Adeyemi",
                "Change authority", "Not before 20:00.", "Medium", "How much depends on the services is not known",
                "By version 1 of the table");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void keepsMinutesOfWhatWasOnTheAgenda() {
        Visitor authority = new Visitor(this.port).signIn("change-authority");
        Document agenda = authority.page("/changes/agenda");
        assertThat(agenda.text()).contains(this.change.number(), "Can still vote: Charles Adeyemi, Chiara Lindqvist")
            .doesNotContain("??");
        assertThat(authority.get("/changes/meetings/new").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = authority.post("/changes/meetings", "heldAt", "2026-11-01T10:00", "attendees",
                "nobody-here", "notes", "We met.");
        assertThat(refused.body()).contains("Nobody is called nobody-here.", "We met.");
        HttpResponse<String> kept = authority.post("/changes/meetings", "heldAt", "2026-11-01T10:00", "attendees",
                "change-authority, change-authority-2", "notes", "We met about " + this.mark);
        assertThat(kept.statusCode()).isEqualTo(302);
        String meeting = kept.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(authority.page(meeting).text()).contains(this.change.number(), "Waits for the decision",
                "Open: the changes below are as they are now.");
        assertThat(authority
            .post(meeting, "version", "0", "heldAt", "2026-11-01T10:00", "attendees", "change-authority", "notes",
                    "Amended " + this.mark)
            .statusCode()).isEqualTo(302);
        this.some.authorise(this.change.releaseKey(), "change-authority-2");
        authority.get(meeting);
        assertThat(authority.post(meeting + "/close").statusCode()).isEqualTo(302);
        Document closed = authority.page(meeting);
        assertThat(closed.text()).contains("Closed by Charles Adeyemi", "Amended " + this.mark,
                "Chiara Lindqvist: authorised; Not before 20:00.");
        assertThat(closed.select("textarea")).isEmpty();
        authority.get("/changes/meetings");
        HttpResponse<String> late = authority.post(meeting, "version", "2", "heldAt", "2026-11-01T10:00", "attendees",
                "change-authority", "notes", "Altered");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).text())
            .contains("These minutes are closed; nobody changes them any more.", "Amended " + this.mark)
            .doesNotContain("Altered");
        assertThat(authority.page("/changes/meetings").text()).contains("Closed");
    }

    @Test
    void makesAStandardChangeByTwoPeople() {
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        assertThat(manager.get("/changes/standard/new").statusCode()).isEqualTo(200);
        assertThat(manager
            .post("/changes/standard", "name", "Texts " + this.mark, "description", "Only words.", "services",
                    "Payments", "models", "PHASED", "maxRisk", "LOW", "validUntil", "soon", "usesPerMonth", "0")
            .body()).contains("value=\"soon\"", "Please correct this first");
        assertThat(manager
            .post("/changes/standard", "name", "Texts " + this.mark, "description", "Only words.", "services",
                    "Payments", "models", "PHASED", "maxRisk", "LOW", "validUntil", "2020-01-01", "usesPerMonth", "5")
            .body()).contains("Choose a day that is not over.");
        HttpResponse<String> proposed = manager.post("/changes/standard", "name", "Texts " + this.mark, "description",
                "Only words.", "services", "Payments\r\nClaims", "models", "PHASED", "maxRisk", "LOW", "validUntil",
                "2099-01-01", "usesPerMonth", "5");
        String page = proposed.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(manager.page(page).text()).contains("Waits for somebody of the change authority", "Claims, Payments",
                "0 of 5 this month");
        assertThat(manager.post(page + "/authorise").statusCode()).isEqualTo(403);
        Visitor authority = new Visitor(this.port).signIn("change-authority");
        authority.get(page);
        assertThat(authority.post(page + "/authorise").statusCode()).isEqualTo(302);
        assertThat(authority.page(page).text()).contains("Authorised: changes that fit may use it from now on.");
        HttpResponse<String> unexplained = authority.post(page + "/withdraw", "reason", "");
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.body()).contains("Say why, in at most 2,000 characters. Nothing has happened yet.");
        authority.post(page + "/withdraw", "reason", "Not only words.");
        assertThat(authority.page(page).text()).contains("Withdrawn", "Not only words.");
        assertThat(authority.page("/changes/standard").text()).contains("Texts " + this.mark);
    }

}
