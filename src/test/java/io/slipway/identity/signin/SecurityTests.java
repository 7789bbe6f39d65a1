package io.slipway.identity.signin;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every address answers to who is not signed in or may not, and what the browser is
 * told to guard.
 */
@SlipwayTest
class SecurityTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    Visitor visitor;

    @BeforeEach
    void visit() {
        this.visitor = new Visitor(this.port);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/tasks", "/releases", "/me", "/administration/people", "/nowhere",
            "/actuator/metrics", "/welcome", "/sign-in/refused" })
    void sendsStrangersToTheSignInPage(String address) {
        HttpResponse<String> answer = this.visitor.get(address);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    }

    @Test
    void tellsToolsWhatIsMissing() {
        HttpResponse<String> answer = this.visitor.get("/releases", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401");
        assertThat(this.visitor.get("/api/releases").statusCode()).isEqualTo(401);
    }

    @Test
    void sendsFragmentsOfASignedOutPageToTheSignInPage() {
        HttpResponse<String> answer = this.visitor.get("/tasks", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = { "release-manager", "test-manager", "operations" })
    void keepsTheAdministrationForAdministratorsAndWritesRefusalsDown(String person) {
        this.visitor.signIn(person);
        HttpResponse<String> answer = this.visitor.get("/administration/people");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You may not do this");
        assertThat(this.database.queryForObject("""
                select count(*) from audit_entries where actor = ? and action = 'access.refused'
                and subject = '/administration/people'""", Integer.class, person)).isPositive();
    }

    @Test
    void refusesAFormWithoutItsCsrfToken() {
        String person = this.somePerson.with(Role.ADMINISTRATOR);
        this.visitor.signIn(person);
        assertThat(this.visitor.postAsIs("/me/zone", "zone", "Asia/Tokyo").statusCode()).isEqualTo(403);
        assertThat(this.visitor.postAsIs("/sign-out").statusCode()).isEqualTo(403);
        assertThat(this.database.queryForObject("select zone from people where user_name = ?", String.class, person))
            .isEqualTo("Europe/Berlin");
    }

    @Test
    void tellsTheBrowserWhatToGuardOnEveryAnswer() {
        this.visitor.get("/sign-in");
        for (String address : new String[] { "/sign-in", "/nowhere", "/css/theme.css", "/css/nowhere.css" }) {
            HttpResponse<String> answer = this.visitor.get(address);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).as(address)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        }
    }

    @Test
    void keepsPagesOutOfCachesAndFilesInThem() {
        assertThat(this.visitor.get("/sign-in").headers().firstValue("Cache-Control").orElseThrow())
            .contains("no-store");
        String styleSheet = this.visitor.page("/sign-in").select("link[rel=stylesheet]").last().attr("href");
        HttpResponse<String> file = new Visitor(this.port).get(styleSheet);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000");
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void isHealthyForEverybody() {
        assertThat(this.visitor.get("/actuator/health", "Accept", "application/json").statusCode()).isEqualTo(200);
    }

}
