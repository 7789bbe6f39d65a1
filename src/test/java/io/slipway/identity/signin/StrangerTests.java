package io.slipway.identity.signin;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Those who are not signed in leave nothing behind.
 */
@SlipwayTest
class StrangerTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Test
    void leaveNothingInTheDatabase() {
        String mark = UUID.randomUUID().toString();
        Visitor returning = new Visitor(this.port);
        for (int i = 0; i < 50; i++) {
            Visitor stranger = new Visitor(this.port);
            stranger.get("/releases?mark=" + mark);
            stranger.get("/sign-in");
            stranger.postFromOurPage("/me/zone", "zone", mark);
            stranger.postFromOurPage("/api/v1/releases", "mark", mark);
            stranger.upload("/releases/PAY-1/evidence", "notes.md", "# Notes", "title", mark);
            returning.get("/tasks?mark=" + mark);
            returning.post("/theme", "theme", "dark");
        }
        assertThat(this.database.queryForObject("select count(*) from SPRING_SESSION where PRINCIPAL_NAME is null",
                Integer.class))
            .isZero();
        assertThat(this.database.queryForObject("select count(*) from unsent_forms where form like ?", Integer.class,
                "%" + mark + "%"))
            .isZero();
        assertThat(returning.session()).isEmpty();
    }

    @Test
    void comeBackOnlyToPagesOfThePortal() {
        for (String page : new String[] { "//evil.example.com/", "https://evil.example.com", "/\\evil.example.com",
                "javascript:alert(1)", "/a\r\nX-Forged: 1", "", "?" }) {
            assertThat(SomeCookie.asked(new AskedPage(), page)).as(page).isNull();
        }
        assertThat(SomeCookie.asked(new AskedPage(), "/releases?phase=TEST%20A")).isEqualTo("/releases?phase=TEST%20A");
    }

    @Test
    void keepNoFormForWhoSignedOut() {
        String person = this.somePerson.with(Role.OPERATIONS);
        Visitor visitor = new Visitor(this.port).signIn(person);
        visitor.get("/me");
        visitor.post("/sign-out");
        assertThat(visitor.postFromOurPage("/me/zone", "zone", "Asia/Tokyo")
            .headers()
            .firstValue("Location")
            .orElseThrow()).endsWith("/sign-in?expired");
    }

    @Test
    void cannotSayThatTheyAreSomebody() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        KnownBrowser browser = new KnownBrowser(org.springframework.jdbc.core.simple.JdbcClient.create(this.database),
                Clock.systemUTC());
        MockHttpServletResponse response = new MockHttpServletResponse();
        browser.remember("ada", request, response);
        String value = response.getCookie("slipway-browser").getValue();
        assertThat(browser.person(SomeCookie.sent("slipway-browser", value))).contains("ada");
        assertThat(browser.person(SomeCookie.sent("slipway-browser", value.replace("ada", "bob")))).isEmpty();
        assertThat(browser.person(SomeCookie.sent("slipway-browser", value.substring(1)))).isEmpty();
        assertThat(browser.person(request)).isEmpty();
    }

    @Test
    void sendSoManyFormsFromOneAddress() throws Exception {
        StrangerLimit limit = new StrangerLimit(new StrangerProperties(2), Clock.systemUTC());
        for (int expected : new int[] { 200, 200, 429 }) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            limit.doFilter(new MockHttpServletRequest("POST", "/sign-in"), response, new MockFilterChain());
            boolean refused = response.getHeader("Retry-After") != null;
            assertThat(refused).isEqualTo(expected == 429);
        }
    }

    @Test
    void signInWithTheTokenOfTheirOwnBrowserOnly() {
        Visitor other = new Visitor(this.port);
        other.get("/sign-in");
        HttpResponse<String> forged = new Visitor(this.port).postAsIs("/sign-in", "username", "auditor", "password",
                "slipway-demo", "_csrf", other.page("/sign-in").select("input[name=_csrf]").val());
        assertThat(forged.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?expired");
    }

}
