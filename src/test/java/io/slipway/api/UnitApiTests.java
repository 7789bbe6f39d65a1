package io.slipway.api;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A pipeline delivers units and the package, through the same choke point as people.
 */
@SlipwayTest
class UnitApiTests {

    private static final String UNIT = """
            {"name": "%s", "version": "1.4.0", "artifact": "pkg:oci/%s@1.4.0", "digest": "sha256:%s",
             "commit": "4F2A91C", "committedAt": "2026-01-02T03:04:05Z"}""";

    private static final String PAPERS = "{\"documentation\": \"https://docs.example.com/x\", "
            + "\"scripts\": \"https://git.example.com/x\"}";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    String builder;

    ApiClient pipeline;

    String key;

    String path;

    @BeforeEach
    void build() {
        this.builder = this.somePerson.with(Role.BUILD_ENGINEER, Role.TEST_MANAGER);
        this.pipeline = ApiClient.bearer(this.port, this.tokens.of(this.builder, Role.BUILD_ENGINEER));
        this.key = this.driver.register("Built by a pipeline");
        this.path = "/api/v1/releases/" + this.key;
    }

    @Test
    void areDeliveredWhileTheReleaseIsBuiltAndNotBefore() {
        ApiClient.problem(this.pipeline.post(this.path + "/units", unit("early")), 409);
        ApiClient.problem(this.pipeline.post(this.path + "/package", PAPERS), 409);
        building();
        ApiClient.problem(ApiClient.of(this.port, "auditor").post(this.path + "/units", unit("no")), 403);
        ApiClient.problem(ApiClient.of(this.port, "release-manager").post(this.path + "/package", PAPERS), 403);
        HttpResponse<String> made = this.pipeline.post(this.path + "/units", unit("shop"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode unit = ApiClient.json(this.pipeline.get(made.headers().firstValue("Location").orElseThrow()));
        assertThat(unit.path("digest").asText()).isEqualTo(DigestUtils.sha256Hex(this.key + "shop"));
        assertThat(unit.path("commit").asText()).isEqualTo("4f2a91c");
        assertThat(unit.path("deliveredBy").asText()).isEqualTo(this.builder);
        ApiClient.problem(this.pipeline.get(this.path + "/units/1"), 404);
        JsonNode steps = ApiClient.json(this.pipeline.get(this.path + "/steps"));
        assertThat(steps.path(0).path("byToken").asBoolean()).isTrue();
    }

    @Test
    void areRefusedAtAllTheirFieldsAtOnce() {
        building();
        assertThat(fields("{}")).containsExactlyInAnyOrder("name", "version", "artifact", "digest", "commit",
                "committedAt");
        assertThat(fields("""
                {"name": "%s", "version": "1", "artifact": "ftp://x", "digest": "abc", "commit": "xyz",
                 "committedAt": "2999-01-01T00:00:00Z"}""".formatted("n".repeat(81)))).containsExactlyInAnyOrder("name",
                "artifact", "digest", "commit", "committedAt");
        this.pipeline.post(this.path + "/units", unit("twin"));
        assertThat(fields(unit("twin"))).containsExactly("name");
        ApiClient.problem(this.pipeline.post(this.path + "/units", "{\"committedAt\": \"yesterday\"}"), 400);
        ApiClient.problem(this.pipeline.post(this.path + "/units", "{\"name\": "), 400);
        ApiClient.problem(this.pipeline.post("/api/v1/releases/NO-SUCH-1/units", unit("x")), 404);
    }

    @Test
    void areTakenOutAgain() {
        building();
        String made = this.pipeline.post(this.path + "/units", unit("wrong"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
        ApiClient.problem(this.pipeline.delete(made, "If-Match", "\"9999\""), 412);
        ApiClient.problem(ApiClient.of(this.port, "auditor").delete(made), 403);
        String tag = this.pipeline.get(this.path + "/units").headers().firstValue("ETag").orElseThrow();
        assertThat(this.pipeline.delete(made, "If-Match", tag).statusCode()).isEqualTo(204);
        ApiClient.problem(this.pipeline.delete(made), 404);
        assertThat(ApiClient.json(this.pipeline.get(this.path + "/units")).path("units")).isEmpty();
    }

    @Test
    void areAllThereWhenManyPipelinesDeliverAtOnce() {
        building();
        List<Integer> answers = IntStream.range(0, 8)
            .parallel()
            .mapToObj((i) -> this.pipeline.post(this.path + "/units", unit("part-" + i)))
            .map(HttpResponse::statusCode)
            .toList();
        assertThat(answers).containsOnly(201);
        assertThat(ApiClient.json(this.pipeline.get(this.path + "/units")).path("units")).hasSize(8);
    }

    @Test
    void makeAPackageWhoseBuilderDoesNotSignItOff() {
        building();
        assertThat(ApiClient.problem(this.pipeline.post(this.path + "/package", "{}"), 422)
            .path("errors")
            .findValuesAsText("field")).containsExactly("units", "documentation", "scripts");
        this.pipeline.post(this.path + "/units", unit("shop"));
        ApiClient.problem(this.pipeline.post(this.path + "/package", PAPERS, "If-Match", "\"1\""), 412);
        assertThat(ApiClient
            .problem(this.pipeline.post(this.path + "/package", "{\"documentation\": \"no\", \"scripts\": \"no\"}"),
                    422)
            .path("errors")
            .path(0)
            .path("field")
            .asText()).isEqualTo("documentation");
        HttpResponse<String> done = this.pipeline.post(this.path + "/package", PAPERS);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(202);
        this.driver.await(this.key, "assess-test-results");
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> this.driver.complete(this.builder, this.key, "assess-test-results", "pass", "critical",
                    "0", "major", "0", "minor", "0", "report", "https://tests.example.com/1", "summary", "All ran."));
        ApiClient.problem(this.pipeline.post(this.path + "/units", unit("late")), 409);
    }

    @Test
    void areChangedAfterwardsOnlyIfValidationStartsAgain() {
        building();
        String made = this.pipeline.post(this.path + "/units", unit("shop"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
        String reopen = this.path + "/package/reopen";
        String why = "{\"reason\": \"The wrong column is read.\"}";
        ApiClient.problem(this.pipeline.post(reopen, why), 428);
        ApiClient.problem(this.pipeline.post(reopen, why, "If-Match", tag()), 409);
        this.pipeline.post(this.path + "/package", PAPERS);
        this.driver.await(this.key, "assess-test-results");
        assertThat(ApiClient.problem(this.pipeline.delete(made), 409).path("detail").asText())
            .contains("validation again");
        ApiClient.problem(ApiClient.of(this.port, "test-manager").post(reopen, why, "If-Match", tag()), 403);
        ApiClient.problem(this.pipeline.post(reopen, why, "If-Match", "\"1\""), 412);
        ApiClient.problem(this.pipeline.post(reopen, "{}", "If-Match", tag()), 422);
        HttpResponse<String> open = this.pipeline.post(reopen, why, "If-Match", tag());
        assertThat(open.statusCode()).as(open.body()).isEqualTo(202);
        assertThat(ApiClient.json(open).path("phase").asText()).isEqualTo("BUILD");
        assertThat(this.pipeline.delete(made).statusCode()).isEqualTo(204);
    }

    private String tag() {
        return this.pipeline.get(this.path).headers().firstValue("ETag").orElseThrow();
    }

    private void building() {
        this.driver.plan(this.key);
        this.driver.await(this.key, "deliver-units");
    }

    private String unit(String name) {
        return UNIT.formatted(name, name, DigestUtils.sha256Hex(this.key + name));
    }

    private List<String> fields(String body) {
        return ApiClient.problem(this.pipeline.post(this.path + "/units", body), 422)
            .path("errors")
            .findValuesAsText("field");
    }

}
