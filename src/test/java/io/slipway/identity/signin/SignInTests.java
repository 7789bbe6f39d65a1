package io.slipway.identity.signin;

import java.net.http.HttpResponse;
import java.time.Duration;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in and out over HTTP: who is let in, what is written down, and how guessing is
 * slowed down.
 */
@SlipwayTest
class SignInTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    Visitor visitor;

    @BeforeEach
    void visit() {
        this.visitor = new Visitor(this.port);
        forgetAttempts();
    }

    @AfterEach
    void forgetAttempts() {
        this.database.update("delete from sign_in_attempts");
    }

    @Test
    void refusesAWrongPasswordAndKeepsTheUserName() {
        HttpResponse<String> answer = this.visitor.signIn("auditor", "not the password");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("value=\"auditor\"").doesNotContain("not the password");
    }

    @Test
    void answersAnUnknownNameAsAWrongPassword() {
        String unknown = visible(this.visitor.signIn("nobody", "not the password")).replace("nobody", "auditor");
        assertThat(visible(new Visitor(this.port).signIn("auditor", "not the password"))).isEqualTo(unknown);
    }

    @Test
    void refusesASignInWithoutCsrfToken() {
        HttpResponse<String> answer = this.visitor.postAsIs("/sign-in", "username", "auditor", "password",
                "slipway-demo");
        assertThat(answer.headers().firstValue("Location"))
            .hasValueSatisfying((to) -> assertThat(to).contains("/sign-in?expired"));
        assertThat(this.visitor.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        assertThat(this.visitor.get("/me?from=here").headers().firstValue("Location").orElseThrow())
            .endsWith("/sign-in");
        HttpResponse<String> answer = this.visitor.signIn(" Auditor ", "slipway-demo");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/me?from=here");
    }

    @Test
    void goesOnWhereTheFormSaysWithinThePortal() {
        for (String[] way : new String[][] { { "/releases?phase=TEST", "/releases?phase=TEST" },
                { "//evil.example", "/" }, { "https://evil.example", "/" } }) {
            Visitor newcomer = new Visitor(this.port);
            newcomer.get("/sign-in");
            HttpResponse<String> answer = newcomer.post("/sign-in", "username", "auditor", "password", "slipway-demo",
                    "from", way[0]);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue(way[1]);
        }
    }

    /** What one person was to be told is not told to the next at the same browser. */
    @Test
    void leavesNothingOfThePersonBefore() {
        this.visitor.signIn("auditor");
        this.visitor.get("/me");
        this.visitor.post("/me/zone/here", "zone", "Atlantis", "answer", "take", "from", "/");
        this.visitor.post("/sign-in", "username", "release-manager", "password", "slipway-demo", "from", "/tasks");
        assertThat(this.visitor.page("/tasks").text()).doesNotContain("Atlantis").contains("Tasks");
    }

    @Test
    void givesASignedInPersonANewSession() {
        this.visitor.get("/sign-in");
        assertThat(this.visitor.session()).isEmpty();
        this.visitor.signIn("auditor");
        String before = this.visitor.session().orElseThrow();
        this.visitor.get("/me");
        this.visitor.post("/sign-in", "username", "release-manager", "password", "slipway-demo");
        assertThat(this.visitor.session()).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void writesDownSignInAndSignOut() {
        String person = this.somePerson.with(Role.OPERATIONS);
        this.visitor.signIn(person, "wrong password");
        this.visitor.signIn(person);
        this.visitor.get("/sign-in");
        assertThat(this.visitor.get("/me").statusCode()).isEqualTo(200);
        this.visitor.post("/sign-out");
        assertThat(this.visitor.get("/me").statusCode()).isEqualTo(302);
        assertThat(this.database.queryForList(
                "select action from audit_entries where subject = ? and action like 'session.%' order by sequence",
                String.class, person))
            .containsExactly("session.refused", "session.opened", "session.closed");
        assertThat(this.database.queryForObject("select last_sign_in_at is not null from people where user_name = ?",
                Boolean.class, person))
            .isTrue();
    }

    @Test
    void makesAnAccountWaitAfterFiveFailures() {
        String person = this.somePerson.with(Role.OPERATIONS);
        for (int i = 0; i < 5; i++) {
            assertThat(this.visitor.signIn(person, "guess " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = this.visitor.signIn(person, "slipway-demo");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isBetween(800, 901);
        assertThat(answer.body()).contains("Try again");
        new Visitor(this.port).signIn("auditor");
        this.clock.advance(Duration.ofMinutes(14));
        assertThat(this.visitor.signIn(person, "slipway-demo").statusCode()).isEqualTo(429);
        this.clock.advance(Duration.ofSeconds(61));
        this.visitor.signIn(person);
        assertThat(this.database.queryForList(
                "select action from audit_entries where subject = ? and action = 'session.throttled'", String.class,
                person))
            .hasSize(1);
    }

    @Test
    void makesAnAddressWaitAfterFiftyFailures() {
        for (int i = 0; i < 50; i++) {
            this.database.update("insert into sign_in_attempts (account, address, attempted_at) values (?, ?, ?)",
                    "guess-" + i, "127.0.0.1", java.time.LocalDateTime.now(java.time.ZoneOffset.UTC));
        }
        assertThat(this.visitor.signIn("auditor", "slipway-demo").statusCode()).isEqualTo(429);
        this.clock.advance(Duration.ofMinutes(16));
        this.visitor.signIn("auditor");
    }

    @Test
    void forgivesFailuresAfterASignIn() {
        String person = this.somePerson.with(Role.OPERATIONS);
        for (int i = 0; i < 4; i++) {
            this.visitor.signIn(person, "guess " + i);
        }
        this.visitor.signIn(person);
        assertThat(new Visitor(this.port).signIn(person, "guess").statusCode()).isEqualTo(401);
        new Visitor(this.port).signIn(person);
    }

    private static String visible(HttpResponse<String> answer) {
        return answer.statusCode() + org.jsoup.Jsoup.parse(answer.body()).text();
    }

}
