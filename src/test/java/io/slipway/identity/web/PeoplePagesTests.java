package io.slipway.identity.web;

import java.net.http.HttpResponse;
import java.util.UUID;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages about people, groups and one's own account, over HTTP.
 */
@SlipwayTest
class PeoplePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    StatementCounter statements;

    Visitor administrator;

    @BeforeEach
    void signIn() {
        this.administrator = new Visitor(this.port).signIn("administrator");
    }

    @Test
    void refusesOthersThanAdministrators() {
        String person = this.somePerson.with(Role.RELEASE_MANAGER);
        Visitor visitor = new Visitor(this.port).signIn(person);
        assertThat(visitor.get("/administration/people/auditor").statusCode()).isEqualTo(403);
        visitor.get("/me");
        assertThat(visitor.post("/administration/people/auditor/disable").statusCode()).isEqualTo(403);
        assertThat(visitor.post("/administration/groups", "name", "Mine").statusCode()).isEqualTo(403);
    }

    @Test
    void makesAPersonWhoCanSignIn() {
        String userName = "p-" + UUID.randomUUID().toString().substring(0, 8);
        this.administrator.get("/administration/people/new");
        HttpResponse<String> answer = this.administrator.post("/administration/people", "userName", userName,
                "password", "correct horse", "fullName", "<b>Ada</b>", "email", "ada@example.com", "zone", "Asia/Tokyo",
                "roles", "auditor");
        assertThat(answer.statusCode()).isEqualTo(302);
        Document page = this.administrator.page("/administration/people/" + userName);
        assertThat(page.selectFirst("h1").text()).isEqualTo("<b>Ada</b>");
        assertThat(page.select(".flash").text()).contains(userName + " can sign in now.");
        Visitor ada = new Visitor(this.port);
        assertThat(ada.signIn(userName, "correct horse").statusCode()).isEqualTo(302);
        ada.get("/me/password");
        ada.post("/me/password", "oldPassword", "correct horse", "password", "four tin boxes");
        assertThat(ada.page("/me").text()).contains("Auditor", "Asia/Tokyo");
    }

    @Test
    void keepsWhatWasTypedBesideItsMistakes() {
        this.administrator.get("/administration/people/new");
        HttpResponse<String> answer = this.administrator.post("/administration/people", "userName", "auditor",
                "password", "correct horse", "fullName", "Twin", "email", "twin@example.com", "zone", "UTC");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The user name auditor is taken.", "twin@example.com")
            .doesNotContain("correct horse");
        answer = this.administrator.post("/administration/people", "userName", "No Good", "password", "", "fullName",
                "", "email", "nowhere", "zone", "");
        assertThat(answer.body()).contains("Use 2 to 50 lower-case letters", "Enter a password.", "Enter the name.",
                "Enter an e-mail address", "Choose a time zone.", "value=\"No Good\"");
    }

    @Test
    void answersAnUnknownPersonAndAStaleForm() {
        assertThat(this.administrator.get("/administration/people/nobody-here").statusCode()).isEqualTo(404);
        assertThat(this.administrator.get("/administration/groups/999999").statusCode()).isEqualTo(404);
        String person = this.somePerson.with();
        this.administrator.get("/administration/people/" + person);
        HttpResponse<String> answer = this.administrator.post("/administration/people/" + person, "version", "7",
                "fullName", "Mine", "email", "x@example.com", "zone", "UTC");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Mine", "Person " + person);
    }

    @Test
    void signsADisabledPersonOutAtOnce() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor visitor = new Visitor(this.port).signIn(person);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        this.administrator.get("/administration/people/" + person);
        this.administrator.post("/administration/people/" + person + "/disable");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        HttpResponse<String> answer = visitor.signIn(person, "slipway-demo");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Your account is disabled");
    }

    @Test
    void signsWhoGetsAnotherRoleOut() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor visitor = new Visitor(this.port).signIn(person);
        this.administrator.get("/administration/people/" + person);
        HttpResponse<String> answer = this.administrator.post("/administration/people/" + person, "version", "0",
                "fullName", "Same", "email", "x@example.com", "zone", "UTC", "roles", "operations");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void takesANewZoneOverAtOnce() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor visitor = new Visitor(this.port).signIn(person);
        assertThat(visitor.page("/me").select("footer").text()).contains("Europe/Berlin");
        assertThat(visitor.post("/me/zone", "zone", "Asia/Tokyo").statusCode()).isEqualTo(302);
        assertThat(visitor.page("/me").select("footer").text()).contains("Asia/Tokyo");
        assertThat(visitor.post("/me/zone", "zone", "Mars/Base").body()).contains("There is no time zone Mars/Base.");
    }

    @Test
    void changesOnesOwnPasswordAndEndsOtherSessions() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor elsewhere = new Visitor(this.port).signIn(person);
        Visitor here = new Visitor(this.port).signIn(person);
        here.get("/me");
        assertThat(here.post("/me/password", "oldPassword", "wrong", "password", "another phrase").body())
            .contains("This is not your password.");
        assertThat(here.post("/me/password", "oldPassword", "slipway-demo", "password", "another phrase").statusCode())
            .isEqualTo(302);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
        assertThat(elsewhere.signIn(person, "another phrase").statusCode()).isEqualTo(302);
    }

    @Test
    void makesChangesAndDeletesAGroup() {
        String member = this.somePerson.with();
        String name = "Group " + UUID.randomUUID();
        this.administrator.get("/administration/groups/new");
        assertThat(this.administrator.post("/administration/groups", "name", name, "members", member + " nobody-here")
            .body()).contains("Nobody is called nobody-here.");
        assertThat(this.administrator
            .post("/administration/groups", "name", name, "roles", "stakeholder", "members", member)
            .statusCode()).isEqualTo(302);
        String address = this.administrator.page("/administration/groups?text=" + name.replace(" ", "%20"))
            .select("tbody a")
            .attr("href");
        assertThat(this.administrator.page(address).text()).contains("Person " + member);
        assertThat(this.administrator.post(address, "version", "0", "name", name, "members", "").statusCode())
            .isEqualTo(302);
        assertThat(this.administrator.post(address + "/delete").statusCode()).isEqualTo(302);
        assertThat(this.administrator.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void readsAListWithAFewStatements() {
        for (int i = 0; i < 30; i++) {
            this.somePerson.with(Role.AUDITOR);
        }
        String name = UUID.randomUUID().toString();
        Document page = org.jsoup.Jsoup
            .parse(this.administrator.get("/administration/people", StatementCounter.HEADER, name).body());
        assertThat(page.select("tbody tr")).hasSize(25);
        assertThat(this.statements.of(name)).hasSizeLessThanOrEqualTo(12);
        Document next = this.administrator.page(page.select("a[rel=next]").attr("href"));
        assertThat(next.select("tbody tr")).isNotEmpty();
    }

}
