package io.slipway.identity.signin.confirmation;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.session.SignIn;
import io.slipway.identity.signin.CurrentRightsFilter;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A password that an administrator chose is good for choosing another, and a session ends
 * in the end.
 */
@SlipwayTest
class GivenPasswordTests {

    private static final String GIVEN = "seven grey herons fly";

    private static final String OWN = "nine red kites circle";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    PersonDirectory directory;

    @Autowired
    CurrentRightsFilter currentRights;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    Visitor administrator;

    Visitor visitor;

    @BeforeEach
    void visit() {
        this.administrator = new Visitor(this.port).signIn("administrator");
        this.visitor = new Visitor(this.port);
    }

    @Test
    void isChangedBeforeAnythingElse() {
        String person = create();
        HttpResponse<String> answer = this.visitor.signIn(person, GIVEN);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/me/password");
        assertThat(this.visitor.page("/me/password").text()).contains("Choose your own password");
        for (String address : List.of("/", "/releases", "/me", "/me/tokens/new")) {
            assertThat(this.visitor.get(address).headers().firstValue("Location").orElseThrow()).as(address)
                .endsWith("/me/password");
        }
        this.visitor.get("/me/password");
        assertThat(this.visitor.post("/me/zone", "zone", "Asia/Tokyo").headers().firstValue("Location").orElseThrow())
            .endsWith("/me/password");
        assertThat(this.visitor.get("/api/v1/releases", "Accept", "application/json").body())
            .contains("choose one of your own first");
        assertThat(change(GIVEN, GIVEN).body()).contains("Choose another password than the one until now.");
        assertThat(change("guess", OWN).body()).contains("This is not your password.", "Choose your own password");
        assertThat(change(GIVEN, "Password12345!").body()).contains("This is guessed quickly");
        assertThat(change(GIVEN, OWN).headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(this.visitor.get("/releases").statusCode()).isEqualTo(200);
        assertThat(new Visitor(this.port).signIn(person, OWN).headers().firstValue("Location").orElseThrow())
            .endsWith("/");
    }

    @Test
    void opensNoInterface() {
        String person = create();
        HttpResponse<String> answer = call(person, GIVEN);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("An administrator chose this password");
        assertThat(this.database.queryForList(
                "select new_values from audit_entries where subject = ?" + " and action = 'session.refused'",
                String.class, person))
            .singleElement()
            .asString()
            .contains("password-given");
        this.visitor.signIn(person, GIVEN);
        this.visitor.get("/me/password");
        change(GIVEN, OWN);
        assertThat(call(person, OWN).statusCode()).isEqualTo(200);
    }

    @Test
    void isChangedAgainAfterAnAdministratorSetsIt() {
        String person = this.somePerson.with(Role.AUDITOR);
        this.administrator.get("/administration/people/" + person);
        this.administrator.post("/administration/people/" + person + "/password", "password", GIVEN);
        assertThat(this.visitor.signIn(person, GIVEN).headers().firstValue("Location").orElseThrow())
            .endsWith("/me/password");
    }

    @Test
    void endsASessionThatLastedAsLongAsAnyMay() throws ServletException, IOException {
        String person = this.somePerson.with(Role.AUDITOR);
        assertThat(pass(person, this.clock.instant()).isInvalid()).isFalse();
        assertThat(pass(person, this.clock.instant().minus(Duration.ofDays(1001))).isInvalid()).isTrue();
    }

    private MockHttpSession pass(String person, Instant signedInAt) throws ServletException, IOException {
        MockHttpSession session = new MockHttpSession();
        new SignIn(signedInAt, signedInAt, false, "127.0.0.1", "", "").keepIn(session);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/me");
        request.setSession(session);
        SecurityContextHolder.getContext()
            .setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(this.directory.principal(person).orElseThrow(),
                            null, List.of(new SimpleGrantedAuthority(Role.AUDITOR.id()))));
        try {
            this.currentRights.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        }
        finally {
            SecurityContextHolder.clearContext();
        }
        return session;
    }

    private String create() {
        String userName = "p-" + UUID.randomUUID().toString().substring(0, 8);
        this.administrator.get("/administration/people/new");
        assertThat(this.administrator
            .post("/administration/people", "userName", userName, "password", GIVEN, "fullName", "Ada Byron", "email",
                    "ada@example.com", "zone", "UTC", "roles", "auditor")
            .statusCode()).isEqualTo(302);
        return userName;
    }

    private HttpResponse<String> change(String oldPassword, String password) {
        return this.visitor.post("/me/password", "oldPassword", oldPassword, "password", password);
    }

    private HttpResponse<String> call(String person, String password) {
        String basic = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Visitor(this.port).get("/api/v1/releases", "Authorization", "Basic " + basic, "Accept",
                "application/json");
    }

}
