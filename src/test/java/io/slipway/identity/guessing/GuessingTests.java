package io.slipway.identity.guessing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guessing is slowed down, and nobody is locked out by others who guess.
 */
@SlipwayTest
class GuessingTests {

    private static final String PASSWORD = "slipway-demo";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    String person;

    @BeforeEach
    void begin() {
        forgetAttempts();
        this.person = this.somePerson.with(Role.OPERATIONS);
    }

    @AfterEach
    void forgetAttempts() {
        this.database.update("delete from sign_in_attempts");
    }

    @Test
    void letsNobodyHoldALockOnSomebodyElse() {
        failElsewhere(60);
        HttpResponse<String> answer = new Visitor(this.port).signIn(this.person, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(retryAfter(answer)).isBetween(20, 31);
        this.clock.advance(Duration.ofSeconds(31));
        failElsewhere(60);
        new Visitor(this.port).signIn(this.person);
        failElsewhere(60);
        new Visitor(this.port).signIn(this.person);
    }

    @Test
    void letsAToolCallOftenAtOnce() {
        List<Integer> answers = IntStream.range(0, 20).parallel().mapToObj((call) -> call().statusCode()).toList();
        assertThat(answers).hasSize(20).containsOnly(200);
    }

    @Test
    void slowsAnAccountByMoreTheMoreFailures() {
        failElsewhere(9);
        new Visitor(this.port).signIn(this.person);
        forgetAttempts();
        failElsewhere(12);
        assertThat(retryAfter(new Visitor(this.port).signIn(this.person, PASSWORD))).isBetween(3, 5);
    }

    @Test
    void judgesAtOnceWhoSignedInThereBefore() {
        Visitor known = new Visitor(this.port).signIn(this.person);
        Visitor stranger = new Visitor(this.port);
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.signIn(this.person, "guess " + i).statusCode()).isEqualTo(401);
        }
        assertThat(stranger.signIn(this.person, PASSWORD).statusCode()).isEqualTo(429);
        failElsewhere(60);
        fail("somebody", "127.0.0.1", 60);
        leave(known);
        known.signIn(this.person);
    }

    @Test
    void countsTheFailuresOfAKnownDeviceApart() {
        Visitor known = new Visitor(this.port).signIn(this.person);
        leave(known);
        for (int i = 0; i < 5; i++) {
            assertThat(known.signIn(this.person, "guess " + i).statusCode()).isEqualTo(401);
        }
        assertThat(known.signIn(this.person, PASSWORD).statusCode()).isEqualTo(429);
        new Visitor(this.port).signIn(this.person);
    }

    @Test
    void knowsADeviceForOnePersonAndUntilAnotherPasswordIsSet() {
        Visitor device = new Visitor(this.port).signIn(this.person);
        leave(device);
        String other = this.somePerson.with();
        fail(other, "elsewhere", 60);
        assertThat(device.signIn(other, PASSWORD).statusCode()).isEqualTo(429);
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        administrator.get("/administration/people/" + this.person);
        administrator.post("/administration/people/" + this.person + "/password", "password", "seven grey herons fly");
        failElsewhere(60);
        this.database.update("delete from sign_in_attempts where address = '127.0.0.1'");
        assertThat(device.signIn(this.person, "seven grey herons fly").statusCode()).isEqualTo(429);
    }

    @Test
    void keepsTheSecretOfADeviceInItsCookieOnly() {
        Visitor visitor = new Visitor(this.port);
        HttpResponse<String> answer = visitor.signIn(this.person, PASSWORD);
        String cookie = answer.headers()
            .allValues("Set-Cookie")
            .stream()
            .filter((header) -> header.startsWith(KnownDevices.COOKIE))
            .findFirst()
            .orElseThrow();
        assertThat(cookie).contains("Path=/sign-in", "HttpOnly", "SameSite=Lax", "Max-Age=15552000")
            .doesNotContain(this.person);
        String secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        List<String> kept = this.database.queryForList("select secret_hash from known_devices where user_name = ?",
                String.class, this.person);
        assertThat(kept).singleElement()
            .isEqualTo(org.apache.commons.codec.digest.DigestUtils.sha256Hex(secret))
            .isNotEqualTo(secret);
        leave(visitor);
        visitor.signIn(this.person);
        assertThat(this.database.queryForObject("select count(*) from known_devices where user_name = ?", Integer.class,
                this.person))
            .isEqualTo(1);
    }

    @Test
    void tellsThePersonOnceForEachEpisodeAndAtTheNextSignIn() {
        failElsewhere(12);
        Visitor stranger = new Visitor(this.port);
        stranger.signIn(this.person, "guess");
        this.clock.advance(Duration.ofSeconds(31));
        stranger.signIn(this.person, "guess");
        stranger.signIn(this.person, "guess");
        Awaitility.await()
            .untilAsserted(() -> assertThat(this.database.queryForList(
                    "select concat(kind, ' ', notice) from notifications where recipient = ?", String.class,
                    this.person))
                .containsExactly("SIGN_IN UNREAD"));
        Visitor visitor = new Visitor(this.port);
        visitor.get("/me?from=mail");
        this.database.update("delete from sign_in_attempts");
        HttpResponse<String> answer = visitor.signIn(this.person, PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/me/guesses");
        assertThat(visitor.page("/me/guesses").select("tbody tr").text()).contains("13");
        assertThat(visitor.post("/me/guesses").headers().firstValue("Location").orElseThrow())
            .endsWith("/me?from=mail");
        assertThat(visitor.get("/me/guesses").statusCode()).isEqualTo(302);
        assertThat(new Visitor(this.port).signIn(this.person, PASSWORD).headers().firstValue("Location").orElseThrow())
            .endsWith("/");
        assertThat(this.database.queryForObject(
                "select count(*) from audit_entries where subject = ? and action = 'session.guessed'", Integer.class,
                this.person))
            .isEqualTo(1);
    }

    @Test
    void letsAnAdministratorForgetFailures() {
        Visitor forgetful = new Visitor(this.port);
        for (int i = 0; i < 5; i++) {
            forgetful.signIn(this.person, "guess " + i);
        }
        assertThat(forgetful.signIn(this.person, PASSWORD).statusCode()).isEqualTo(429);
        String address = "/administration/people/" + this.person;
        Visitor other = new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR));
        other.get("/me");
        assertThat(other.post(address + "/failures/forget").statusCode()).isEqualTo(403);
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        assertThat(administrator.page(address).text()).contains("5 attempts failed");
        assertThat(administrator.post(address + "/failures/forget").statusCode()).isEqualTo(302);
        forgetful.signIn(this.person);
        assertThat(this.database.queryForObject(
                "select actor from audit_entries where subject = ? and action = 'person.failures-forgotten'",
                String.class, this.person))
            .isEqualTo("administrator");
    }

    @Test
    void letsAToolGoOnThatSignsInByBasicWhileOthersGuess() {
        failElsewhere(60);
        assertThat(retryAfter(call())).isBetween(20, 31);
        this.clock.advance(Duration.ofSeconds(31));
        for (int i = 0; i < 3; i++) {
            assertThat(call().statusCode()).isEqualTo(200);
            failElsewhere(5);
        }
    }

    @Test
    void asksForOnesOwnPasswordWhateverOthersGuess() {
        Visitor visitor = new Visitor(this.port).signIn(this.person);
        failElsewhere(60);
        fail(this.person, "127.0.0.1", 60);
        visitor.get("/me");
        assertThat(
                visitor.post("/me/password", "oldPassword", PASSWORD, "password", "seven grey herons fly").statusCode())
            .isEqualTo(302);
        for (int i = 0; i < 5; i++) {
            visitor.post("/me/password", "oldPassword", "guess " + i, "password", "eight grey herons fly");
        }
        assertThat(visitor
            .post("/me/password", "oldPassword", "seven grey herons fly", "password", "eight grey herons fly")
            .body()).contains("Too many wrong passwords.");
    }

    private HttpResponse<String> call() {
        String basic = Base64.getEncoder()
            .encodeToString((this.person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return new Visitor(this.port).get("/api/v1/releases", "Authorization", "Basic " + basic, "Accept",
                "application/json");
    }

    private void failElsewhere(int times) {
        fail(this.person, "2001db8000000000/64", times);
    }

    private void fail(String account, String place, int times) {
        LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
        for (int i = 0; i < times; i++) {
            this.database.update("insert into sign_in_attempts (account, address, attempted_at) values (?, ?, ?)",
                    account, place, now);
        }
    }

    /** Signs out; the cookie of the device stays. */
    private static void leave(Visitor visitor) {
        visitor.get("/me");
        visitor.post("/sign-out");
    }

    private static int retryAfter(HttpResponse<String> answer) {
        return Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
    }

}
