package io.slipway.api;

import java.net.http.HttpResponse;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools read configuration items, and configuration managers' tools write them.
 */
@SlipwayTest
class ItemApiTests {

    private static final String JSON = "application/json";

    private static final String ITEMS = "/api/v1/items";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    private final String key = "api-" + UUID.randomUUID().toString().substring(0, 8);

    private ApiClient keeper;

    @BeforeEach
    void signIn() {
        this.keeper = ApiClient.of(this.port, "configuration-manager");
    }

    @Test
    void areWrittenByConfigurationManagersOnly() {
        assertThat(this.keeper.send("POST", ITEMS, JSON, item(this.key)).statusCode()).isEqualTo(201);
        String path = ITEMS + "/" + this.key;
        ApiClient.problem(ApiClient.stranger(this.port).get(path), 401);
        for (String person : new String[] { "auditor", "administrator", "release-manager" }) {
            ApiClient other = ApiClient.of(this.port, person);
            ApiClient.problem(other.send("POST", ITEMS, JSON, item(this.key + "-2")), 403);
            ApiClient.problem(other.send("PUT", path, JSON, item(this.key)), 403);
            ApiClient.problem(other.send("PUT", path + "/relations/uses/" + this.key, JSON, ""), 403);
            ApiClient.problem(other.send("DELETE", path + "/relations/uses/x?reason=No", JSON, ""), 403);
            assertThat(other.get(path).statusCode()).isEqualTo(200);
            assertThat(other.get(path + "/impact").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void areRegisteredReadChangedAndRelated() {
        HttpResponse<String> made = this.keeper.send("POST", ITEMS, JSON, item(this.key));
        assertThat(made.headers().firstValue("Location")).hasValue(ITEMS + "/" + this.key);
        String tag = made.headers().firstValue("ETag").orElseThrow();
        String path = ITEMS + "/" + this.key;
        assertThat(this.keeper.get(path).headers().firstValue("ETag")).hasValue(tag);
        HttpResponse<String> changed = this.keeper.send("PUT", path, JSON, item(this.key).replace("\"1.0\"", "\"2.0\""),
                "If-Match", tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(ApiClient.json(changed).path("version").asText()).isEqualTo("2.0");
        ApiClient.problem(this.keeper.send("PUT", path, JSON, item(this.key), "If-Match", tag), 412);
        ApiClient.problem(this.keeper.send("PUT", path, JSON, item(this.key), "If-Match", "W/x"), 422);
        this.keeper.send("POST", ITEMS, JSON, item(this.key + "-db"));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> related = this.keeper.send("PUT", path + "/relations/depends-on/" + this.key + "-db",
                    JSON, "");
            assertThat(ApiClient.json(related).path("relations")).hasSize(1);
        }
        JsonNode impact = ApiClient.json(this.keeper.get(path + "-db/impact"));
        assertThat(impact.path("items").path(0).path("item").path("key").asText()).isEqualTo(this.key);
        assertThat(impact.path("items").path(0).path("distance").asInt()).isEqualTo(1);
        ApiClient.problem(this.keeper.send("DELETE", path + "/relations/depends-on/" + this.key + "-db", JSON, ""),
                422);
        assertThat(this.keeper.send("DELETE", path + "/relations/depends-on/" + this.key + "-db?reason=Split", JSON, "")
            .statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(this.keeper.get(ITEMS + "?text=" + this.key)).path("items")).hasSize(2);
    }

    @Test
    void areRefusedWithEveryFieldAtFault() {
        JsonNode problem = ApiClient.problem(this.keeper.send("POST", ITEMS, JSON, "{\"key\":\"No Key\"}"), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).contains("type", "criticality", "name", "owner");
        ApiClient.problem(this.keeper.send("POST", ITEMS, JSON, item("No Key")), 422);
        ApiClient.problem(this.keeper.send("POST", ITEMS, JSON, "{\"type\":\"SPACESHIP\"}"), 400);
        ApiClient.problem(this.keeper.get(ITEMS + "/nothing-there"), 404);
        ApiClient.problem(this.keeper.get(ITEMS + "/nothing-there/impact"), 404);
        ApiClient.problem(this.keeper.send("POST", ITEMS, "text/plain", "x"), 415);
        this.keeper.send("POST", ITEMS, JSON, item(this.key));
        ApiClient.problem(this.keeper.get(ITEMS + "/" + this.key + "/impact?direction=up"), 422);
        ApiClient.problem(this.keeper.send("PUT", ITEMS + "/" + this.key + "/relations/eats/x", JSON, ""), 422);
        ApiClient.problem(this.keeper.send("PUT", ITEMS + "/" + this.key, JSON, item(this.key + "-other")), 422);
    }

    @Test
    void haveBaselinesByRelease() {
        String release = this.driver.register("Without baselines");
        JsonNode answer = ApiClient.json(this.keeper.get("/api/v1/releases/" + release + "/baselines"));
        assertThat(answer.path("release").asText()).isEqualTo(release);
        assertThat(answer.path("baselines")).isEmpty();
        ApiClient.problem(this.keeper.get("/api/v1/releases/NO-1/baselines"), 404);
        ApiClient.problem(this.keeper.get("/api/v1/releases/" + release + "/baselines/999999999"), 404);
    }

    private static String item(String key) {
        return """
                { "key": "%1$s", "name": "Name of %1$s", "type": "HOST", "criticality": "LOW", "owner": "operations",
                  "version": "1.0", "attributes": { "room": "12" } }""".formatted(key);
    }

}
