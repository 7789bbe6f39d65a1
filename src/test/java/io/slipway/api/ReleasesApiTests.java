package io.slipway.api;

import java.net.http.HttpResponse;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools register, list, read and cancel releases; each status has its reason.
 */
@SlipwayTest
class ReleasesApiTests {

    private static final String PATH = "/api/v1/releases";

    private static final String PLAN = """
            {
            \t"name": "Refunds \\u00fc\\ud83d\\ude80 by tool", "type": "minor",
            \t"model": "phased",
            \t"services": ["Refunds by tool"], "scope": "A\\/B: \\"both\\"\\nlines"
            }""";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    ApiClient manager;

    ApiClient auditor;

    @BeforeEach
    void call() {
        this.manager = ApiClient.of(this.port, "release-manager");
        this.auditor = ApiClient.of(this.port, "auditor");
    }

    @Test
    void areRegisteredByThoseWhoMayOnPages() {
        for (String person : new String[] { "auditor", "build-engineer", "administrator" }) {
            ApiClient.problem(ApiClient.of(this.port, person).post(PATH, PLAN), 403);
        }
        ApiClient.problem(ApiClient.stranger(this.port).post(PATH, PLAN), 401);
    }

    @Test
    void areRegisteredFromJson() {
        HttpResponse<String> made = this.manager.post(PATH + "?key=api-2030.1", PLAN);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains(PATH + "/API-2030.1");
        JsonNode release = ApiClient.json(this.auditor.get(PATH + "/API-2030.1"));
        assertThat(release.path("name").asText()).isEqualTo("Refunds ü🚀 by tool");
        assertThat(release.path("services").path(0).asText()).isEqualTo("Refunds by tool");
        assertThat(release.path("phase").asText()).isEqualTo("PLAN");
        assertThat(release.path("owner").asText()).isEqualTo("release-manager");
        assertThat(this.auditor.get(PATH + "/API-2030.1/plan", "application/yaml").body()).contains("A/B");
        assertThat(field(this.manager.post(PATH + "?key=API-2030.1", PLAN))).isEqualTo("key");
    }

    @Test
    void areRegisteredFromYaml() {
        HttpResponse<String> made = this.manager.send("POST", PATH, "application/yaml",
                "name: By YAML\ntype: major\nmodel: big_bang\n");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(ApiClient.json(made).path("type").asText()).isEqualTo("MAJOR");
    }

    @Test
    void areRefusedWhereTheyAreNoPlan() {
        JsonNode truncated = ApiClient.problem(this.manager.post(PATH, PLAN.substring(0, 60)), 400);
        assertThat(truncated.path("detail").asText()).contains("line");
        ApiClient.problem(this.manager.post(PATH, ""), 400);
        ApiClient.problem(this.manager.post(PATH, "{\"name\": 'single'}"), 400);
        ApiClient.problem(this.manager.post(PATH, "{\"name\": \"a\", \"name\": \"b\"}"), 400);
        ApiClient.problem(this.manager.post(PATH, "[".repeat(100_000)), 400);
        ApiClient.problem(this.manager.post(PATH, "[]"), 422);
        ApiClient.problem(this.manager.post(PATH, "{\"name\": \"a\", \"colour\": \"red\"}"), 422);
        ApiClient.problem(this.manager.post(PATH, "{\"type\": \"minor\", \"model\": \"phased\"}"), 422);
        ApiClient.problem(this.manager.send("POST", PATH, "application/yaml", "a: &a [*a]\n"), 422);
        ApiClient.problem(this.manager.send("POST", PATH, "application/yaml", "name: [".repeat(50)), 422);
        ApiClient.problem(this.manager.send("POST", PATH, "text/plain", PLAN), 415);
        ApiClient.problem(this.manager.post(PATH, "{\"name\": \"" + "x".repeat(600 * 1024) + "\"}"), 413);
        ApiClient.problem(this.manager.post(PATH, "{\"name\": \"" + "x".repeat(300 * 1024) + "\"}"), 422);
    }

    @Test
    void areListedByPageAndFilter() {
        for (int i = 0; i < 27; i++) {
            this.manager.post(PATH, PLAN.replace("Refunds by tool", "Listed by tool"));
        }
        JsonNode first = ApiClient.json(this.auditor.get(PATH + "?service=Listed%20by%20tool&sort=KEY"));
        assertThat(first.path("releases")).hasSize(25);
        JsonNode second = ApiClient
            .json(this.auditor.get(PATH + "?service=Listed%20by%20tool&sort=KEY&from=" + first.path("next").asText()));
        assertThat(second.path("releases")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(ApiClient.json(this.auditor.get(PATH + "?service=Listed%20by%20tool&phase=REVIEW")).path("releases"))
            .isEmpty();
        ApiClient.problem(this.auditor.get(PATH + "?phase=PARTY"), 400);
        ApiClient.problem(ApiClient.stranger(this.port).get(PATH), 401);
    }

    @Test
    void areReadWithTheirEntityTag() {
        String key = this.driver.register("Read with its tag");
        HttpResponse<String> read = this.auditor.get(PATH + "/" + key.toLowerCase(Locale.ROOT));
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(this.auditor.get(PATH + "/" + key, new String[] { "If-None-Match", tag }).statusCode())
            .isEqualTo(304);
        JsonNode steps = ApiClient.json(this.auditor.get(PATH + "/" + key + "/steps"));
        assertThat(steps.findValuesAsText("step")).contains("release/complete-plan");
        assertThat(steps.path(0).path("byToken").asBoolean()).isFalse();
        ApiClient.problem(this.auditor.get(PATH + "/NO-SUCH-1"), 404);
        ApiClient.problem(this.auditor.get(PATH + "/NO-SUCH-1/steps"), 404);
    }

    @Test
    void areCancelledUnderTheConditionThatNobodyChangedThem() {
        String key = this.driver.register("Cancelled by tool");
        String path = PATH + "/" + key + "/cancel";
        String tag = this.auditor.get(PATH + "/" + key).headers().firstValue("ETag").orElseThrow();
        String reason = "{\"reason\": \"The business case is gone.\"}";
        ApiClient.problem(this.auditor.post(path, reason, "If-Match", tag), 403);
        ApiClient.problem(this.manager.post(path, reason), 428);
        ApiClient.problem(this.manager.post(path, reason, "If-Match", "\"9999\""), 412);
        assertThat(field(this.manager.post(path, reason, "If-Match", "W/\"x\""))).isEqualTo("If-Match");
        assertThat(field(this.manager.post(path, "{}", "If-Match", tag))).isEqualTo("reason");
        ApiClient.problem(this.manager.post(path, "null", "If-Match", tag), 400);
        HttpResponse<String> done = this.manager.post(path, reason, "If-Match", tag);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(ApiClient.json(done).path("status").asText()).isEqualTo("CANCELLED");
        ApiClient.problem(this.manager.post(path, reason, "If-Match", "*"), 422);
        ApiClient.problem(this.manager.post(PATH + "/NO-SUCH-1/cancel", reason, "If-Match", tag), 404);
    }

    private static String field(HttpResponse<String> answer) {
        return ApiClient.problem(answer, 422).path("errors").path(0).path("field").asText();
    }

}
