package io.slipway.identity.session;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a sign-in counts, where the password is asked again, and who sees and ends
 * sessions, over HTTP.
 */
@SlipwayTest
class SessionPagesTests {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Test
    void lastsTwelveHoursAndAsksForThePasswordAfterTenMinutes() {
        Instant begin = Instant.parse("2026-11-30T08:00:00Z");
        SignIn signIn = new SignIn(begin, begin, false, "127.0.0.1", "", "");
        assertThat(at(begin.plus(Duration.ofHours(12)).minusMillis(1)).isOver(signIn)).isFalse();
        assertThat(at(begin.plus(Duration.ofHours(12))).isOver(signIn)).isTrue();
        Instant later = begin.plus(Duration.ofHours(2));
        assertThat(at(later.plus(Duration.ofMinutes(10)).minusMillis(1)).isConfirmed(signIn.confirmed(later))).isTrue();
        assertThat(at(later.plus(Duration.ofMinutes(10))).isConfirmed(signIn.confirmed(later))).isFalse();
        assertThat(signIn.confirmed(later).at()).isEqualTo(begin);
    }

    @Test
    void namesBrowsersByWhatTheySay() {
        String edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0";
        assertThat(UserAgent.browser(FIREFOX) + " " + UserAgent.system(FIREFOX)).isEqualTo("Firefox Linux");
        assertThat(UserAgent.browser(edge) + " " + UserAgent.system(edge)).isEqualTo("Edge Windows");
        assertThat(UserAgent.browser("curl/8") + UserAgent.system("curl/8")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/me/tokens/new", "/administration/tokens/new", "/administration/people/new",
            "/administration/groups/new" })
    void asksForThePasswordAgainBeforeWhatIsGrave(String address) {
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with(Role.ADMINISTRATOR));
        assertThat(visitor.get(address).statusCode()).isEqualTo(200);
        this.clock.advance(Duration.ofMinutes(11));
        String location = visitor.get(address).headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("/me/confirm?to=" + address.replace("/", "%2F"));
        visitor.get("/me/confirm?to=" + address);
        HttpResponse<String> answer = visitor.post("/me/confirm", "to", address, "password", "guess");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This is not your password.").doesNotContain("guess");
        answer = visitor.post("/me/confirm", "to", address, "password", "slipway-demo");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(address);
        assertThat(visitor.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNothingGraveBeforeThePasswordIsGiven() {
        String person = this.somePerson.with(Role.ADMINISTRATOR);
        String other = this.somePerson.with(Role.AUDITOR);
        Visitor visitor = new Visitor(this.port).signIn(person);
        visitor.get("/me");
        this.clock.advance(Duration.ofMinutes(11));
        String before = row(other);
        String page = "/administration/people/" + other;
        for (HttpResponse<String> answer : List.of(
                visitor.post("/me/tokens", "name", "x", "access", "READ", "days", "3"),
                visitor.post("/administration/tokens", "owner", other, "name", "x", "access", "READ", "days", "3"),
                visitor.post(page + "/password", "password", "seven grey herons fly"),
                visitor.post(page, "version", "0", "fullName", "X", "email", "x@example.com", "zone", "UTC"),
                visitor.post("/administration/people", "userName", "p-never"),
                visitor.post("/administration/groups", "name", "Never", "members", other))) {
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/me/confirm");
        }
        assertThat(row(other)).isEqualTo(before);
        assertThat(this.database.queryForObject("select count(*) from access_tokens where owner in (?, ?)",
                Integer.class, person, other))
            .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example.com", "https://evil.example.com", "/\\evil.example.com", "" })
    void goesOnToPagesOfThePortalOnly(String target) {
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with());
        visitor.get("/me/confirm");
        assertThat(visitor.post("/me/confirm", "to", target, "password", "slipway-demo")
            .headers()
            .firstValue("Location")
            .orElseThrow()).endsWith("/").doesNotContain("evil");
    }

    @Test
    void showsAndEndsOnesOwnSessions() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor elsewhere = new Visitor(this.port).signIn(person);
        Visitor here = new Visitor(this.port).signIn(person);
        Document page = here.page("/me/sessions");
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody tr").first().text()).contains("Java", "this one", "127.0.0.1");
        assertThat(page.select("tbody tr").last().text()).doesNotContain("this one");
        String id = new String(Base64.getDecoder().decode(elsewhere.session().orElseThrow()), StandardCharsets.UTF_8);
        assertThat(page.html()).doesNotContain(id);
        String end = page.select("tbody tr form").last().attr("action");
        Visitor stranger = new Visitor(this.port).signIn(this.somePerson.with());
        stranger.get("/me/sessions");
        stranger.post(end);
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(200);
        here.get("/me/sessions");
        here.post(end);
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
        elsewhere.signIn(person);
        here.get("/me/sessions");
        here.post("/me/sessions/end-others");
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
        assertThat(here.page("/me/sessions").select("tbody tr")).hasSize(1);
    }

    @Test
    void letsAdministratorsSeeAndEndSessionsOfOthers() {
        String person = this.somePerson.with(Role.AUDITOR);
        Visitor visitor = new Visitor(this.port).signIn(person);
        String page = "/administration/people/" + person;
        visitor.get("/me");
        assertThat(visitor.post(page + "/sessions/end-all").statusCode()).isEqualTo(403);
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        String end = administrator.page(page).select("form[action$=/end]").attr("action");
        administrator.post(end);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        visitor.signIn(person);
        administrator.get(page);
        administrator.post(page + "/sessions/end-all");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        assertThat(this.database.queryForList(
                "select actor from audit_entries where subject = ? and action = 'session.ended'", String.class, person))
            .containsExactly("administrator", "administrator");
    }

    private String row(String person) {
        return this.database.queryForObject("select concat(full_name, password_hash) from people where user_name = ?",
                String.class, person);
    }

    private static SessionLimits at(Instant now) {
        return new SessionLimits(new SessionProperties(Duration.ofHours(12), Duration.ofMinutes(10)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

}
