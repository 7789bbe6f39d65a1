package io.slipway.api;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools read whether a release may be deployed, its checklist and its collisions.
 */
@SlipwayTest
class ReleaseApiTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    StatementCounter counter;

    @Test
    void tellsEachConditionWithItsReason() {
        String key = this.driver.register("Asked by a tool");
        HttpResponse<String> answer = ApiClient.of(this.port, "auditor").get("/api/v1/releases/" + key + "/readiness");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode readiness = ApiClient.json(answer);
        assertThat(readiness.path("release").asText()).isEqualTo(key);
        assertThat(readiness.path("allowed").asBoolean(true)).isFalse();
        assertThat(readiness.path("asOf").asText()).endsWith("Z");
        assertThat(readiness.has("nextOpening")).isTrue();
        assertThat(readiness.path("conditions").findValuesAsText("rule")).contains("release-phase", "change-authorised",
                "checklist-release-plan", "checklist-backups", "one-deployment-per-service", "dependencies-live",
                "not-together", "window", "freeze", "stop-the-line", "planned-time");
        readiness.path("conditions").forEach((condition) -> {
            assertThat(condition.path("verdict").asText()).isIn("met", "unmet", "warning");
            assertThat(condition.path("reason").asText()).isNotBlank().doesNotContain("??");
            assertThat(condition.path("where").asText()).startsWith("/");
        });
    }

    @Test
    void givesTheChecklistInItsFixedForm() {
        String key = this.driver.register("Checked by a tool");
        HttpResponse<String> answer = ApiClient.of(this.port, "auditor").get("/api/v1/releases/" + key + "/checklist");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/yaml");
        assertThat(answer.body()).startsWith("""
                release_checklist:
                  - release_plan: draft
                  - release_package: not_assembled
                  - test_results: not_assessed
                  - rollback_plan: not_documented
                  - communication_plan: not_notified
                  - backups: not_taken
                  - sacm_update: no_service
                  - early_life_support: not_scheduled
                """);
    }

}
