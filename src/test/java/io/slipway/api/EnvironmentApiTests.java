package io.slipway.api;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.HoldManagement;
import io.slipway.identity.Acting;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools read environments, and what runs in each.
 */
@SlipwayTest
class EnvironmentApiTests {

    private static final String PATH = "/api/v1/environments";

    private final String key = "a" + UUID.randomUUID().toString().substring(0, 12);

    @LocalServerPort
    int port;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    Environments environments;

    @Autowired
    HoldManagement holds;

    @Autowired
    Acting acting;

    @Test
    void areReadWithWhoHasThem() {
        this.acting.as("configuration-manager", () -> this.configuration.register(this.key,
                new ItemProfile("Name of " + this.key, ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        this.acting.as("deployment-manager", () -> {
            this.environments.register(this.key,
                    new EnvironmentProfile(EnvironmentKind.TEST, false, 1, "UTC", "", "", 7));
            this.environments.confirmReady(this.key, "Disks looked at.");
            this.holds.ask(this.key, "", "A load test.");
        });
        JsonNode one = ApiClient.json(ApiClient.of(this.port, "auditor").get(PATH + "/" + this.key));
        assertThat(one.path("kind").asText()).isEqualTo("TEST");
        assertThat(one.path("heldBy").asText()).isEqualTo("deployment-manager");
        assertThat(Instant.parse(one.path("readyUntil").asText())).isNotNull();
        JsonNode runs = ApiClient.json(ApiClient.of(this.port, "auditor").get(PATH + "/" + this.key + "/services"));
        assertThat(runs.path("services").isArray()).isTrue();
        assertThat(ApiClient.json(ApiClient.of(this.port, "auditor").get(PATH)).path("environments")).isNotEmpty();
        ApiClient.problem(ApiClient.of(this.port, "auditor").get(PATH + "/no-such-place"), 404);
    }

}
