package io.slipway.api;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.people.PersonProfile;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.identity.token.TokenManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a token lets in, for whom, and how its power ends.
 */
@SlipwayTest
class TokenApiTests {

    private static final String PATH = "/api/v1/releases";

    private static final String PLAN = "{\"name\": \"By token\", \"type\": \"minor\", \"model\": \"phased\", "
            + "\"services\": [\"%s\"]}";

    @LocalServerPort
    int port;

    @Autowired
    SomeToken tokens;

    @Autowired
    TokenManagement management;

    @Autowired
    SomePerson somePerson;

    @Autowired
    PersonManagement people;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ReleaseDriver driver;

    String owner;

    @BeforeEach
    void somebody() {
        this.owner = this.somePerson.with(Role.RELEASE_MANAGER, Role.BUILD_ENGINEER);
    }

    @AfterEach
    void forgive() {
        this.database.update("delete from sign_in_attempts");
    }

    @Test
    void actsForItsOwnerAndIsToldInTheRecord() {
        HttpResponse<String> made = post(this.tokens.of(this.owner, Role.RELEASE_MANAGER), "Token service");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String key = ApiClient.json(made).path("key").asText();
        assertThat(ApiClient.json(made).path("owner").asText()).isEqualTo(this.owner);
        assertThat(made.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(this.database.queryForMap(
                "select actor, token from audit_entries where release_key = ? and action = 'release.registered'", key))
            .containsEntry("actor", this.owner)
            .extractingByKey("token")
            .asString()
            .startsWith("test-");
    }

    @Test
    void hasNoRoleThatItWasNotGiven() {
        ApiClient.problem(post(this.tokens.of(this.owner, Role.BUILD_ENGINEER), "Token service"), 403);
    }

    @Test
    void onlyReadsIfItWasMadeForReading() {
        String token = this.tokens.of(this.owner, false, List.of(), List.of(), Role.RELEASE_MANAGER);
        assertThat(ApiClient.problem(post(token, "Token service"), 403).path("reason").asText()).contains("only reads");
        assertThat(ApiClient.bearer(this.port, token).get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void staysWithinItsScope() {
        String other = this.driver.register("Of another service");
        String token = this.tokens.of(this.owner, true, List.of(), List.of("Token scope"), Role.RELEASE_MANAGER);
        ApiClient tool = ApiClient.bearer(this.port, token);
        HttpResponse<String> own = post(token, "Token scope");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
        assertThat(tool.get(PATH + "/" + ApiClient.json(own).path("key").asText() + "/readiness").statusCode())
            .isEqualTo(200);
        ApiClient.problem(post(token, "Something else"), 403);
        ApiClient.problem(tool.get(PATH + "/" + other), 403);
        ApiClient.problem(tool.get(PATH + "/" + other + "/checklist"), 403);
        ApiClient.problem(tool.get(PATH + "/" + other.toLowerCase(java.util.Locale.ROOT)), 403);
        ApiClient.problem(tool.get(PATH), 403);
        assertThat(tool.get(PATH + "?service=Token%20scope").statusCode()).isEqualTo(200);
        ApiClient.problem(tool.post("/api/v1/schedule/periods", "{}"), 403);
        String byName = this.tokens.of(this.owner, true, List.of(other), List.of(), Role.RELEASE_MANAGER);
        assertThat(ApiClient.bearer(this.port, byName).get(PATH + "/" + other).statusCode()).isEqualTo(200);
    }

    @Test
    void losesItsPowerWithTheRoleAndTheOwner() {
        String token = this.tokens.of(this.owner, Role.RELEASE_MANAGER);
        this.acting.as("administrator",
                () -> this.people.change(this.owner, this.people.get(this.owner).version(), new PersonProfile("Person",
                        this.owner + "@example.com", "UTC", Set.of(Role.BUILD_ENGINEER), Set.of())));
        ApiClient.problem(post(token, "Token service"), 403);
        assertThat(ApiClient.bearer(this.port, token).get(PATH).statusCode()).isEqualTo(200);
        this.acting.as("administrator", () -> this.people.disable(this.owner));
        ApiClient.problem(ApiClient.bearer(this.port, token).get(PATH), 401);
    }

    @Test
    void isRefusedOnceRevoked() {
        String token = this.tokens.of(this.owner, Role.RELEASE_MANAGER);
        assertThat(ApiClient.bearer(this.port, token).get(PATH).statusCode()).isEqualTo(200);
        this.acting.as(this.owner, () -> this.management.revoke(this.management.own().get(0).grant().id(), "Leaked"));
        assertThat(ApiClient.problem(ApiClient.bearer(this.port, token).get(PATH), 401).path("detail").asText())
            .contains("revoked");
    }

    @Test
    void opensNoPage() {
        String token = this.tokens.of(this.owner, Role.RELEASE_MANAGER);
        assertThat(ApiClient.bearer(this.port, token).get("/releases", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void makesGuessersWaitButNotThoseWhoAreLetIn() {
        String token = this.tokens.of(this.owner, Role.RELEASE_MANAGER);
        for (String guess : List.of("x", "slw_" + "A".repeat(43), token.substring(0, 46) + "~", "z",
                "y".repeat(1000))) {
            ApiClient.problem(ApiClient.bearer(this.port, guess).get(PATH), 401);
        }
        HttpResponse<String> waits = ApiClient.bearer(this.port, "slw_" + "B".repeat(43)).get(PATH);
        ApiClient.problem(waits, 429);
        assertThat(Integer.parseInt(waits.headers().firstValue("Retry-After").orElseThrow())).isPositive();
        assertThat(ApiClient.bearer(this.port, token).get(PATH).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String token, String service) {
        return ApiClient.bearer(this.port, token).post(PATH, PLAN.formatted(service));
    }

}
