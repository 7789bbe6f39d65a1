package io.slipway.identity.signin.form;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent after the session has ended is not done, and not lost.
 */
@SlipwayTest
class UnsentFormTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Test
    void keepsWhatWasTypedUntilItsAuthorHasReadIt() {
        String person = this.somePerson.with(Role.OPERATIONS);
        Visitor visitor = new Visitor(this.port).signIn(person);
        visitor.get("/me");
        this.database.update("delete from SPRING_SESSION where PRINCIPAL_NAME = ?", person);
        HttpResponse<String> late = visitor.postFromOurPage("/me/zone", "zone", "Asia/Tokyo");
        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith("/unsent-form");
        assertThat(visitor.get("/unsent-form").headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
        assertThat(visitor.signIn(person, "slipway-demo").headers().firstValue("Location").orElseThrow())
            .endsWith("/unsent-form");
        Document page = visitor.page("/unsent-form");
        assertThat(page.select("dd").eachText()).containsExactly("Asia/Tokyo");
        assertThat(page.select(".notice-warn")).isEmpty();
        assertThat(zone(person)).isEqualTo("Europe/Berlin");
        visitor.post(page.select("main form").first().attr("action"), "zone",
                page.select("main input[name=zone]").val());
        assertThat(zone(person)).isEqualTo("Asia/Tokyo");
        assertThat(visitor.post("/unsent-form/discard").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/unsent-form").headers().firstValue("Location").orElseThrow()).endsWith("/");
    }

    @Test
    void tellsThatFilesAreNotKept() {
        String person = this.somePerson.with(Role.TEST_MANAGER);
        Visitor visitor = new Visitor(this.port).signIn(person);
        visitor.get("/me");
        this.database.update("delete from SPRING_SESSION where PRINCIPAL_NAME = ?", person);
        HttpResponse<String> late = visitor.upload("/releases/PAY-1/evidence", "notes.md", "# Notes", "title",
                "Counter");
        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith("/unsent-form");
        visitor.signIn(person, "slipway-demo");
        Document page = visitor.page("/unsent-form");
        assertThat(page.select("dd").eachText()).containsExactly("Counter");
        assertThat(page.select(".notice-warn").text()).contains("the files that you chose are not kept");
    }

    @Test
    void keepsNothingOfAnotherSiteAndNoPassword() {
        Visitor stranger = new Visitor(this.port);
        assertThat(stranger.postAsIs("/me/zone", "zone", "Asia/Tokyo").headers().firstValue("Location").orElseThrow())
            .endsWith("/sign-in?expired");
        assertThat(stranger.postFromOurPage("/me/password", "oldPassword", "a", "password", "b")
            .headers()
            .firstValue("Location")
            .orElseThrow()).endsWith("/sign-in?expired");
        stranger.signIn(this.somePerson.with(Role.OPERATIONS));
        assertThat(stranger.get("/unsent-form").headers().firstValue("Location").orElseThrow()).endsWith("/");
    }

    private String zone(String person) {
        return this.database.queryForObject("select zone from people where user_name = ?", String.class, person);
    }

}
