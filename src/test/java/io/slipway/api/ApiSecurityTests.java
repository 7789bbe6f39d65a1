package io.slipway.api;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may call the REST interface, and what everybody else is told.
 */
@SlipwayTest
class ApiSecurityTests {

    private static final String UNKNOWN = "/api/v1/releases/NO-1/readiness";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    ApiClient auditor;

    @BeforeEach
    void call() {
        this.auditor = ApiClient.of(this.port, "auditor");
    }

    @Test
    void letsNobodyInWhoIsNotKnown() {
        HttpResponse<String> answer = ApiClient.stranger(this.port).get(UNKNOWN);
        assertThat(ApiClient.problem(answer, 401).path("instance").asText()).isEqualTo(UNKNOWN);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        ApiClient.problem(ApiClient.of(this.port, "auditor", "wrong").get(UNKNOWN), 401);
        ApiClient.problem(ApiClient.of(this.port, "nobody-at-all", "wrong").get(UNKNOWN), 401);
        ApiClient.problem(
                ApiClient.stranger(this.port).send("POST", "/api/v1/schedule/periods", "application/json", "{}"), 401);
    }

    @Test
    void makesGuessersWaitLikeTheSignInPage(@Autowired SomePerson somePerson) {
        String person = somePerson.with(Role.AUDITOR);
        for (int i = 0; i < 5; i++) {
            ApiClient.problem(ApiClient.of(this.port, person, "wrong").get(UNKNOWN), 401);
        }
        HttpResponse<String> answer = ApiClient.of(this.port, person, "wrong").get(UNKNOWN);
        ApiClient.problem(answer, 429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isPositive();
        this.database.update("delete from sign_in_attempts");
    }

    @Test
    void needsNoSessionAndMakesNone() {
        HttpResponse<String> answer = this.auditor.get(UNKNOWN);
        ApiClient.problem(answer, 404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void takesTheSessionOfAPageButNoChangeWithoutItsToken() {
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        assertThat(visitor.get(UNKNOWN, "Accept", "application/json").statusCode()).isEqualTo(404);
        HttpResponse<String> refused = visitor.postAsIs("/api/v1/schedule/periods", "name", "x");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("CSRF");
    }

    @Test
    void saysInOneFormWhatIsWrong() {
        ApiClient.problem(this.auditor.get(UNKNOWN), 404);
        ApiClient.problem(this.auditor.get("/api/v1/nothing"), 404);
        ApiClient.problem(this.auditor.send("DELETE", UNKNOWN, "application/json", ""), 405);
        ApiClient.problem(this.auditor.get("/api/v1/releases/NO-1/checklist", "image/png"), 406);
    }

    @Test
    void readsNoEndlessBody() {
        byte[] large = "x".repeat(600 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String path = "/api/v1/schedule/periods";
        ApiClient.problem(this.auditor.send("POST", path, "application/json",
                new String(large, java.nio.charset.StandardCharsets.US_ASCII)), 413);
    }

}
