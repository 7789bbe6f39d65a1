package io.slipway.identity.web;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of tokens: who may open them, that a token is shown once, and that it ends.
 */
@SlipwayTest
class TokenPagesTests {

    private static final String ALL = "/administration/tokens";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Test
    void areForAdministratorsAndReadByAuditors() {
        for (String stranger : new String[] { "release-manager", "build-engineer" }) {
            assertThat(new Visitor(this.port).signIn(stranger).get(ALL).statusCode()).isEqualTo(403);
        }
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        Document page = auditor.page(ALL);
        assertThat(page.select("h1").text()).isEqualTo("Tokens");
        assertThat(page.select("a[href$=/new], form[action$=/revoke]")).isEmpty();
        assertThat(auditor.get(ALL + "/new").statusCode()).isEqualTo(403);
        assertThat(auditor.post(ALL, "owner", "auditor", "name", "x", "days", "1").statusCode()).isEqualTo(403);
    }

    @Test
    void showATokenOnce() {
        String owner = this.somePerson.with(Role.BUILD_ENGINEER);
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        administrator.get(ALL + "/new");
        HttpResponse<String> wrong = administrator.post(ALL, "owner", owner, "name", "", "access", "WRITE", "roles",
                "release-manager", "days", "lots");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select(".field-invalid")).hasSize(3);
        assertThat(administrator
            .post(ALL, "owner", owner, "name", "nightly", "access", "WRITE", "roles", "build-engineer", "services",
                    "Payments\r\nLedger", "days", "30")
            .statusCode()).isEqualTo(302);
        Document once = administrator.page(ALL + "?owner=" + owner);
        assertThat(once.select("#token").attr("value")).startsWith("slw_");
        Document after = administrator.page(ALL + "?owner=" + owner);
        assertThat(after.select("#token")).isEmpty();
        assertThat(after.select("table.list tbody tr").text()).contains("nightly", "Ledger", "Payments",
                "Build engineer", "Active");
    }

    @Test
    void letEverybodyKeepTheirOwn() {
        String owner = this.somePerson.with(Role.BUILD_ENGINEER);
        Visitor visitor = new Visitor(this.port).signIn(owner);
        assertThat(visitor.page("/me/tokens").text()).contains("No tokens here");
        assertThat(visitor.page("/me/tokens/new").select("input[name=roles]").eachAttr("value"))
            .containsExactly("build-engineer");
        visitor.post("/me/tokens", "name", "mine", "access", "READ", "days", "7", "owner", "administrator");
        Document page = visitor.page("/me/tokens");
        assertThat(page.select("table.list").text()).contains("mine", "Read").doesNotContain("change");
        String revoke = page.select("form[action$=/revoke]").attr("action");
        HttpResponse<String> unexplained = visitor.post(revoke, "reason", "");
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(unexplained.body()).text()).contains("Say why the token is revoked.",
                "It is not revoked yet.", "Active");
        visitor.post(revoke, "reason", "No longer used");
        assertThat(visitor.page("/me/tokens").text()).contains("Revoked", "No longer used");
        Visitor other = new Visitor(this.port).signIn("build-engineer");
        other.get("/me/tokens");
        assertThat(other.post(revoke, "reason", "Not mine").statusCode()).isEqualTo(404);
    }

}
