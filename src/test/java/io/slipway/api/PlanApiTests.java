package io.slipway.api;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools read a plan, and release managers' tools write it back.
 */
@SlipwayTest
class PlanApiTests {

    private static final String YAML = "application/yaml";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    private String path;

    private String key;

    private ApiClient manager;

    @BeforeEach
    void register() {
        this.key = this.driver.register("Planned by a tool");
        this.driver.await(this.key, "complete-plan");
        this.path = "/api/v1/releases/" + this.key + "/plan";
        this.manager = ApiClient.of(this.port, "release-manager");
    }

    @Test
    void isWrittenByReleaseManagersOnly() {
        String plan = this.manager.get(this.path).body();
        for (String person : new String[] { "auditor", "administrator", "stakeholder" }) {
            ApiClient.problem(ApiClient.of(this.port, person).send("PUT", this.path, YAML, plan), 403);
            assertThat(ApiClient.of(this.port, person).get(this.path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void travelsThereAndBack() {
        HttpResponse<String> read = this.manager.get(this.path);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.headers().firstValue("ETag").orElseThrow()).matches("\"[0-9]+\"");
        HttpResponse<String> written = this.manager.send("PUT", this.path, YAML,
                read.body().replace("Planned by a tool", "Renamed by a tool"));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(this.releases.get(this.key).name()).isEqualTo("Renamed by a tool");
        assertThat(this.manager.get(this.path).body()).isEqualTo(written.body());
    }

    @Test
    void isWrittenNoMoreOnceItIsSubmitted() {
        String plan = this.manager.get(this.path).body();
        this.driver.completePlan(this.key);
        this.driver.await(this.key, "approve-plan");
        JsonNode problem = ApiClient.problem(this.manager.send("PUT", this.path, YAML, plan), 422);
        assertThat(problem.path("detail").asText()).startsWith("The plan can no longer be changed");
        assertThat(this.manager.get(this.path).body()).contains("Refunds within a day.");
    }

    @Test
    void isRefusedWithItsLine() {
        JsonNode problem = ApiClient.problem(this.manager.send("PUT", this.path, YAML, "name: x\nnonsense: [1"), 422);
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("file");
        assertThat(problem.path("detail").asText()).isNotBlank();
        ApiClient.problem(this.manager.send("PUT", this.path, "application/json", "{}"), 415);
        ApiClient.problem(this.manager.send("PUT", "/api/v1/releases/NO-1/plan", YAML, "name: x"), 404);
    }

}
