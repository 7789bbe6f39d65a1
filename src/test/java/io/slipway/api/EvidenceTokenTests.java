package io.slipway.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Acting;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.validation.gate.GateManagement;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Evidence by token: within its scope, told as its owner's, done once under a key, and
 * never a decision.
 */
@SlipwayTest
class EvidenceTokenTests {

    private static final String FAILS = "<testsuite name='Refunds'><testcase name='a'/>"
            + "<testcase name='b'><failure message='twice'/></testcase></testsuite>";

    private static final String SAID = "?format=junit&level=system";

    private static final String MAJOR = "tests.failed.major";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    @Autowired
    PermitManagement permits;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    String owner;

    String key;

    @BeforeEach
    void build() {
        this.owner = this.somePerson.with(Role.BUILD_ENGINEER, Role.SERVICE_OWNER, Role.TEST_MANAGER);
        this.key = this.driver.register("Tested by a pipeline");
        this.driver.plan(this.key);
    }

    @Test
    void isRefusedToTokensThatReadOrAreForSomethingElse() {
        this.driver.deliverUnit(this.key);
        String other = this.driver.register("Somebody else's");
        String reads = this.tokens.of(this.owner, false, List.of(), List.of(), Role.BUILD_ENGINEER);
        String elsewhere = this.tokens.of(this.owner, true, List.of(other), List.of(), Role.BUILD_ENGINEER);
        String service = this.tokens.of(this.owner, true, List.of(), List.of("Another"), Role.BUILD_ENGINEER);
        String owns = this.tokens.of(this.owner, Role.SERVICE_OWNER);
        for (String token : List.of(reads, elsewhere, service, owns)) {
            ApiClient.problem(deliver(token, this.key), 403);
        }
        ApiClient.problem(deliver("slw_" + "A".repeat(43), this.key), 401);
        assertThat(evidence()).isEmpty();
        assertThat(ApiClient.bearer(this.port, reads).get(path(this.key, "evidence")).statusCode()).isEqualTo(200);
        for (String what : List.of("evidence", "gates", "evidence/1", "evidence/1/original")) {
            ApiClient.problem(ApiClient.bearer(this.port, elsewhere).get(path(this.key, what)), 403);
        }
        this.database.update("delete from sign_in_attempts");
    }

    @Test
    void isDeliveredWithinTheScopeAndToldAsItsOwners() {
        this.driver.deliverUnit(this.key);
        String named = this.tokens.of(this.owner, true, List.of(this.key), List.of(), Role.BUILD_ENGINEER);
        String service = this.tokens.of(this.owner, true, List.of(), List.of(ReleaseDriver.service(this.key)),
                Role.TEST_MANAGER);
        HttpResponse<String> made = deliver(named, this.key);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(ApiClient.json(made).path("deliveredBy").asText()).isEqualTo(this.owner);
        assertThat(deliver(service, this.key).statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(ApiClient.bearer(this.port, service).get(path(this.key, "gates"))).path("stopped"))
            .isNotNull();
        assertThat(this.database.queryForMap(
                "select actor, role, token from audit_entries where release_key = ? and action = 'evidence.delivered'",
                this.key))
            .containsEntry("actor", this.owner)
            .containsEntry("role", Role.BUILD_ENGINEER.id())
            .extractingByKey("token")
            .asString()
            .startsWith("test-");
    }

    @Test
    void isDeliveredOnceUnderAKey() {
        this.driver.deliverUnit(this.key);
        ApiClient tool = ApiClient.bearer(this.port, this.tokens.of(this.owner, Role.BUILD_ENGINEER));
        String once = UUID.randomUUID().toString();
        String address = path(this.key, "evidence") + SAID;
        ApiClient.problem(tool.send("POST", address, "application/xml", "<testsuite>", "Idempotency-Key", once), 422);
        HttpResponse<String> first = tool.send("POST", address, "application/xml", FAILS, "Idempotency-Key", once);
        HttpResponse<String> again = tool.send("POST", address, "application/xml", FAILS, "Idempotency-Key", once);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        ApiClient.problem(
                tool.send("POST", address, "application/xml", FAILS.replace("twice", "once"), "Idempotency-Key", once),
                422);
        assertThat(evidence()).hasSize(1);
    }

    @Test
    void isNeverADecision() {
        this.driver.deliverUnits(this.key);
        String all = this.tokens.of(this.owner, Role.BUILD_ENGINEER, Role.TEST_MANAGER, Role.SERVICE_OWNER);
        assertThat(deliver(all, this.key).statusCode()).isEqualTo(201);
        refuses(() -> this.permits.request(asked()), "test-manager");
        refuses(() -> complete("assess-test-results"), "test-manager");
        this.acting.as("test-manager", () -> this.permits.request(asked()));
        refuses(() -> complete("approve-waiver"), "service-owner");
        ApiClient tool = ApiClient.bearer(this.port, all);
        for (String page : List.of("waivers", "waivers/withdraw")) {
            assertThat(tool.send("POST", "/releases/" + this.key + "/" + page, "application/x-www-form-urlencoded", "")
                .statusCode()).isIn(302, 403);
        }
        assertThat(this.workItems.get(this.driver.await(this.key, "approve-waiver").id()).open()).isTrue();
    }

    @Test
    void countsWhoOwnsTheTokenAsTheBuilder() {
        String builds = this.tokens.of(this.owner, Role.BUILD_ENGINEER);
        String unit = """
                {"name": "shop", "version": "1.4.0", "artifact": "pkg:oci/shop@1.4.0", "digest": "%s",
                 "commit": "4f2a91c", "committedAt": "2026-01-02T03:04:05Z"}""";
        this.driver.await(this.key, "deliver-units");
        assertThat(ApiClient.bearer(this.port, builds)
            .post(path(this.key, "units"), unit.formatted(DigestUtils.sha256Hex(this.key)))
            .statusCode()).isEqualTo(201);
        this.driver.complete("build-engineer", this.key, "deliver-units", "deliver", "documentation",
                "https://docs.example.com/x", "scripts", "https://git.example.com/x");
        assertThat(deliver(builds, this.key).statusCode()).isEqualTo(201);
        this.acting.as("release-manager", () -> this.permits.request(asked()));
        for (String step : List.of("approve-waiver", "assess-test-results")) {
            this.driver.await(this.key, step);
            assertThatExceptionOfType(DutyConflictException.class)
                .isThrownBy(() -> this.driver.complete(this.owner, this.key, step, "approve", "reason", "Because."));
        }
    }

    private PermitRequest asked() {
        return new PermitRequest(GateManagement.WAIVER, this.key, List.of(MAJOR), "Only vouchers are hit.",
                "Repaired in 1.4.1.", this.clock.instant().plus(Duration.ofHours(48)));
    }

    private void complete(String step) {
        WorkItem item = this.driver.await(this.key, step);
        this.acts.complete(item.id(), (open) -> Outcome.of("approve"));
    }

    private void refuses(Runnable act, String person) {
        DutyConflictException refusal = catchThrowableOfType(DutyConflictException.class,
                () -> this.tokens.acting(person, () -> {
                    act.run();
                    return true;
                }));
        assertThat(refusal).isNotNull();
        assertThat(refusal.verdict().policy()).isEqualTo("token-decides-nothing");
    }

    private HttpResponse<String> deliver(String token, String release) {
        return ApiClient.bearer(this.port, token)
            .send("POST", path(release, "evidence") + SAID, "application/xml", FAILS);
    }

    private JsonNode evidence() {
        return ApiClient.json(ApiClient.of(this.port, "auditor").get(path(this.key, "evidence"))).path("evidence");
    }

    private static String path(String release, String what) {
        return "/api/v1/releases/" + release + "/" + what;
    }

}
