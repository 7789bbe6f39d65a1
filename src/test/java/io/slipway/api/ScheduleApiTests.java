package io.slipway.api;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools read and make windows and freezes; each mistake is told at its field.
 */
@SlipwayTest
class ScheduleApiTests {

    private static final String PATH = "/api/v1/schedule/periods";

    private static final String FREEZE = """
            {"kind": "HARD_FREEZE", "name": "%s", "reason": "Year end.", "owner": "release-manager",
             "services": ["Freezes by tool"], "zone": "%s", "start": "2030-12-20T18:00", "end": "%s", "rule": "%s"}""";

    @LocalServerPort
    int port;

    @Autowired
    PeriodManagement periods;

    @Test
    void mayBeMadeByThoseWhoMayOnPages() {
        String freeze = FREEZE.formatted("Not allowed", "Europe/Berlin", "2030-12-27T06:00", "");
        for (String person : new String[] { "auditor", "build-engineer", "administrator" }) {
            JsonNode problem = ApiClient.problem(post(person, freeze), 403);
            assertThat(problem.path("instance").asText()).isEqualTo(PATH);
        }
        assertThat(ApiClient.of(this.port, "auditor").get(PATH).body()).doesNotContain("Not allowed");
    }

    @Test
    void areMadeAndRead() {
        HttpResponse<String> made = post("release-manager", FREEZE.formatted("Year end by tool",
                "W. Europe Standard Time", "2030-12-27T06:00", "FREQ=YEARLY;COUNT=2"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location").orElseThrow())
            .isEqualTo("/schedule/periods/" + ApiClient.json(made).path("id").asLong());
        assertThat(ApiClient.json(made).path("next").findValuesAsText("start")).containsExactly("2030-12-20T17:00:00Z",
                "2031-12-20T17:00:00Z");
        assertThat(this.periods.get(ApiClient.json(made).path("id").asLong()).content().zone())
            .isEqualTo("Europe/Berlin");
        JsonNode list = ApiClient.json(ApiClient.of(this.port, "auditor").get(PATH + "?kind=HARD_FREEZE"));
        assertThat(list.path("periods").findValuesAsText("kind")).containsOnly("HARD_FREEZE");
        assertThat(list.has("next")).isTrue();
    }

    @Test
    void areRefusedAtTheirField() {
        assertThat(field(FREEZE.formatted("Bad", "Mars/Olympus", "2030-12-27T06:00", ""))).isEqualTo("zone");
        assertThat(field(FREEZE.formatted("Bad", "UTC", "2030-12-19T06:00", ""))).isEqualTo("end");
        assertThat(field(FREEZE.formatted("Bad", "UTC", "2030-12-27T06:00", "FREQ=NEVER"))).isEqualTo("rule");
        assertThat(field(FREEZE.formatted("Bad", "UTC", "2030-12-27T06:00", "FREQ=MONTHLY;SKIP=BACKWARD")))
            .isEqualTo("rule");
        JsonNode problem = ApiClient.problem(post("release-manager", "{\"services\": [\"\"]}"), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactlyInAnyOrder("kind", "name", "reason",
                "owner", "zone", "start", "end", "services");
        problem.path("errors").forEach((error) -> assertThat(error.path("message").asText()).isNotBlank());
    }

    @Test
    void areRefusedAtAllTheirFieldsAtOnce() {
        String freeze = FREEZE.formatted("Bad", "Mars/Olympus", "2030-12-19T06:00", "FREQ=NEVER")
            .replace("\"release-manager\"", "\"nobody-here\"");
        JsonNode problem = ApiClient.problem(post("release-manager", freeze), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("owner", "zone", "end", "rule");
    }

    @Test
    void areRefusedWhereTheyCannotBeRead() {
        JsonNode syntax = ApiClient.problem(post("release-manager", "{\n  \"kind\": oops\n}"), 400);
        assertThat(syntax.path("detail").asText()).contains("line 2");
        JsonNode type = ApiClient.problem(post("release-manager", "{\"kind\": \"PARTY\"}"), 400);
        assertThat(type.path("errors").path(0).path("field").asText()).isEqualTo("kind");
        ApiClient.problem(post("release-manager", ""), 400);
        ApiClient.problem(ApiClient.of(this.port, "release-manager").send("POST", PATH, "text/plain", "{}"), 415);
        ApiClient.problem(ApiClient.of(this.port, "auditor").get(PATH + "?kind=PARTY"), 400);
    }

    private String field(String body) {
        return ApiClient.problem(post("release-manager", body), 422).path("errors").path(0).path("field").asText();
    }

    private HttpResponse<String> post(String person, String body) {
        return ApiClient.of(this.port, person).send("POST", PATH, "application/json", body);
    }

}
