package io.slipway.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pipelines deliver evidence and read how gates judge it.
 */
@SlipwayTest
class EvidenceApiTests {

    private static final String GOOD = "<testsuite name='Refunds'><testcase name='a' time='0.5'/>"
            + "<testcase name='b'/></testsuite>";

    private static final String BAD = GOOD.replace("<testcase name='b'/>",
            "<testcase name='[critical] b'><failure message='twice'/></testcase>");

    private static final String UNIT = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomePerson somePerson;

    @Autowired
    RecordedActions recorded;

    @Autowired
    JdbcClient jdbc;

    private ApiClient pipeline;

    @BeforeEach
    void call() {
        this.pipeline = ApiClient.of(this.port, this.somePerson.with(Role.BUILD_ENGINEER));
    }

    @Test
    void letsOnlyBuildEngineersAndTestManagersDeliver() {
        String key = built();
        ApiClient.problem(ApiClient.stranger(this.port).send("POST", address(key, ""), "application/xml", GOOD), 401);
        for (String person : List.of("release-manager", "auditor", "administrator", "service-owner", "operations")) {
            ApiClient.problem(post(ApiClient.of(this.port, person), key, "format=junit&level=unit", GOOD), 403);
        }
        assertThat(list(key)).isEmpty();
        assertThat(post(ApiClient.of(this.port, "test-manager"), key, "format=junit&level=unit", GOOD).statusCode())
            .isEqualTo(201);
        assertThat(ApiClient.of(this.port, "auditor").get(address(key, "")).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAReportAndTellsWhatItSays() {
        String key = built();
        String said = "format=junit&level=system&name=Refunds&environment=staging&time=2026-11-22T10:00:00Z"
                + "&source=https://ci.example.com/7";
        HttpResponse<String> answer = post(this.pipeline, key, said, BAD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String where = answer.headers().firstValue("Location").orElseThrow();
        JsonNode one = ApiClient.json(this.pipeline.get(where));
        assertThat(one.path("standing").asText()).isEqualTo("counts");
        assertThat(one.path("tests").path("critical").asInt()).isEqualTo(1);
        assertThat(one.path("findings").get(0).path("message").asText()).isEqualTo("twice");
        assertThat(one.path("time").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(one.path("size").asInt()).isEqualTo(BAD.length());
        HttpResponse<String> original = this.pipeline.get(where + "/original");
        assertThat(original.body()).isEqualTo(BAD);
        assertThat(original.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(this.recorded.of(key)).contains("evidence.delivered");
        ApiClient.problem(this.pipeline.get(address(key, "/999999999")), 404);
        ApiClient.problem(this.pipeline.get("/api/v1/releases/NO-1/evidence"), 404);
    }

    @Test
    void keepsTheSameReportOnceAndALaterOneInItsPlace() {
        String key = built();
        assertThat(post(this.pipeline, key, "format=junit&level=system", BAD).statusCode()).isEqualTo(201);
        assertThat(post(this.pipeline, key, "format=junit&level=system", BAD).statusCode()).isEqualTo(200);
        assertThat(post(this.pipeline, key, "format=junit&level=system", GOOD).statusCode()).isEqualTo(201);
        assertThat(list(key)).extracting((one) -> one.path("standing").asText())
            .containsExactly("counts", "superseded");
    }

    @Test
    void takesTheNextHoweverOftenTheSameWasDelivered() {
        String key = built();
        post(this.pipeline, key, "format=junit&level=system&name=once", GOOD);
        long first = ApiClient.json(post(this.pipeline, key, "format=junit&level=system&name=often", BAD))
            .path("id")
            .asLong();
        this.jdbc
            .sql("""
                    insert into evidence (version, release_key, package_digest, format, level, name, environment, ran_at, source,
                                          delivered_by, delivered_at, report_digest, report_size, original_kept,
                                          delivery_digest, totals)
                    with recursive number(n) as (select 1 union all select n + 1 from number where n < 600)
                    select version, release_key, package_digest, format, level, name, environment, ran_at, source,
                           delivered_by, delivered_at, report_digest, report_size, false,
                           sha2(concat(delivery_digest, n), 256), totals
                      from evidence join number where id = ?""")
            .param(first)
            .update();
        HttpResponse<String> next = post(this.pipeline, key, "format=junit&level=system&name=often", GOOD);
        assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
        assertThat(gate(gates(key), "tests.run").path("value").asInt()).isEqualTo(4);
        assertThat(gate(gates(key), "tests.failed.critical").path("value").asInt()).isZero();
        JsonNode old = ApiClient.json(this.pipeline.get(address(key, "/" + first)));
        assertThat(old.path("standing").asText()).isEqualTo("superseded");
    }

    @Test
    void leavesADoubtWhereTheNewestIsNotWhole() {
        String key = built();
        String scan = "{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}";
        post(this.pipeline, key, "format=sarif&level=security&name=code", scan);
        assertThat(gate(gates(key), "scan.critical").path("verdict").asText()).isEqualTo("pass");
        post(this.pipeline, key, "format=sarif&level=security&name=images", "{\"version\":\"2.1.0\",\"runs\":[]}");
        JsonNode doubted = gate(gates(key), "scan.critical");
        assertThat(doubted.path("verdict").asText()).isEqualTo("unknown");
        assertThat(doubted.path("doubt").asText()).contains("\"images\" does not count", "no run");
        assertThat(new Visitor(this.port).signIn("auditor").page("/releases/" + key + "/validation").text())
            .contains("no run", "Unknown", "nobody is sure");
        post(this.pipeline, key, "format=sarif&level=security&name=images", scan);
        assertThat(gate(gates(key), "scan.critical").path("verdict").asText()).isEqualTo("pass");
    }

    @Test
    void countsNotForAnotherPackage() {
        String key = built();
        post(this.pipeline, key, "format=junit&level=system", GOOD);
        post(this.pipeline, key, "format=junit&level=unit&unit=sha256:" + UNIT, GOOD);
        post(this.pipeline, key, "format=junit&level=acceptance&unit=" + UNIT, GOOD);
        this.driver.complete("build-engineer", key, "deliver-units", "add-unit", "name", "ledger", "version", "2.0",
                "artifact", "https://artifacts.example.com/ledger-2.0.tar.gz", "digest", "ab".repeat(32), "commit",
                "4f2a91c", "committedAt", "2026-11-20T10:00");
        assertThat(list(key)).extracting((one) -> one.path("level").asText() + " " + one.path("standing").asText())
            .containsExactly("acceptance other-package", "unit counts", "system other-package");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "format=toml&level=unit|format", "format=junit&level=smoke|level", "format=junit|level",
                    "format=junit&level=unit&time=tomorrow|time",
                    "format=junit&level=unit&time=2126-01-01T00:00:00Z|time", "format=junit&level=unit&unit=00|unit",
                    "format=junit&level=unit&package=00|package", "format=sarif&level=security|report",
                    "format=jacoco&level=unit|report" })
    void namesTheFieldAtFault(String said, String field) {
        String key = built();
        JsonNode problem = ApiClient.problem(post(this.pipeline, key, said, GOOD), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).contains(field);
        assertThat(problem.path("detail").asText()).doesNotContain("validation.");
        assertThat(list(key)).isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsHostileOrBroken() {
        String key = built();
        String bomb = "<!DOCTYPE a [<!ENTITY x 'y'>]>" + GOOD;
        for (String body : List.of(bomb, GOOD.substring(0, 40), "", "<testsuite>".repeat(100), "\u0000")) {
            ApiClient.problem(post(this.pipeline, key, "format=junit&level=unit", body), 422);
        }
        ApiClient.problem(this.pipeline.send("POST", address(key, "?format=junit&level=unit"),
                "application/x-www-form-urlencoded", GOOD), 415);
        ApiClient.problem(this.pipeline.send("POST", address(key, "?format=junit&level=unit"), "text/html", GOOD), 415);
        assertThat(list(key)).isEmpty();
        ApiClient.problem(post(this.pipeline, this.driver.register("Nothing built"), "format=junit&level=unit", GOOD),
                422);
    }

    @Test
    void takesMoreThanOtherCallsMaySend() {
        String key = built();
        String large = GOOD.replace("</testsuite>",
                "<system-out>" + "a line of output\n".repeat(200_000) + "</system-out></testsuite>");
        HttpResponse<String> answer = this.pipeline.stream("POST", address(key, "?format=junit&level=unit"),
                "application/xml", large.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(ApiClient.json(answer).path("size").asInt()).isEqualTo(large.length());
    }

    @Test
    void keepsWhatTwoPipelinesDeliverAtOnce() throws Exception {
        String key = built();
        ExecutorService pipelines = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj((index) -> () -> post(this.pipeline, key,
                        "format=junit&level=system&name=" + ((index % 2 == 0) ? "same" : "own-" + index), GOOD)
                    .statusCode())
                .toList();
            int created = 0;
            for (Future<Integer> call : pipelines.invokeAll(calls)) {
                assertThat(call.get()).isIn(200, 201);
                created += (call.get() == 201) ? 1 : 0;
            }
            assertThat(created).isEqualTo(7);
        }
        finally {
            pipelines.shutdownNow();
        }
        Set<String> names = new TreeSet<>();
        list(key).forEach((one) -> names.add(one.path("name").asText()));
        assertThat(list(key)).hasSize(7);
        assertThat(names).hasSize(7);
    }

    @Test
    void tellsHowGatesJudge() {
        String key = built();
        JsonNode before = gates(key);
        assertThat(gate(before, "tests.run").path("verdict").asText()).isEqualTo("missing");
        assertThat(before.path("stopped").asBoolean())
            .isEqualTo(gate(before, "rollback.rehearsed").path("stops").asBoolean());
        post(this.pipeline, key, "format=junit&level=system", BAD);
        JsonNode critical = gate(gates(key), "tests.failed.critical");
        assertThat(critical.path("verdict").asText()).isEqualTo("fail");
        assertThat(critical.path("value").asInt()).isEqualTo(1);
        assertThat(critical.path("stops").asBoolean()).isTrue();
        assertThat(critical.path("row").asText()).isEqualTo("Rule_FailedCritical");
        post(this.pipeline, key, "format=junit&level=system", GOOD);
        assertThat(gate(gates(key), "tests.failed.critical").path("verdict").asText()).isEqualTo("pass");
        ApiClient.problem(this.pipeline.send("POST", "/api/v1/releases/" + key + "/gates", "application/json", "{}"),
                405);
    }

    private String built() {
        String key = this.driver.register("Delivered by pipelines");
        this.driver.plan(key);
        this.driver.deliverUnit(key);
        return key;
    }

    private JsonNode gates(String key) {
        return ApiClient.json(this.pipeline.get("/api/v1/releases/" + key + "/gates"));
    }

    private static JsonNode gate(JsonNode gates, String fact) {
        for (JsonNode gate : gates.path("gates")) {
            if (gate.path("fact").asText().equals(fact)) {
                return gate;
            }
        }
        throw new AssertionError("No gate of " + fact + " in " + gates);
    }

    private JsonNode list(String key) {
        return ApiClient.json(this.pipeline.get(address(key, ""))).path("evidence");
    }

    private static HttpResponse<String> post(ApiClient client, String key, String said, String body) {
        return client.send("POST", address(key, "?" + said), "application/xml", body);
    }

    private static String address(String key, String rest) {
        return "/api/v1/releases/" + key + "/evidence" + rest;
    }

}
