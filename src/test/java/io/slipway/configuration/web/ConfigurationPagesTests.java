package io.slipway.configuration.web;

import java.net.http.HttpResponse;
import java.util.UUID;

import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages about configuration items, over HTTP.
 */
@SlipwayTest
class ConfigurationPagesTests {

    @LocalServerPort
    int port;

    private final String key = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void refusesOthersThanConfigurationManagers() {
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        assertThat(visitor.get("/configuration/new").statusCode()).isEqualTo(403);
        visitor.get("/configuration");
        assertThat(visitor
            .post("/configuration", "key", this.key, "name", "Mine", "type", "HOST", "criticality", "LOW", "owner",
                    "operations")
            .statusCode()).isEqualTo(403);
        assertThat(visitor.get("/configuration/" + this.key).statusCode()).isEqualTo(404);
        assertThat(visitor.page("/configuration").select("a[href=/configuration/new]")).isEmpty();
    }

    @Test
    void registersChangesAndRetiresAnItem() {
        Visitor keeper = new Visitor(this.port).signIn("configuration-manager");
        assertThat(keeper.get("/configuration/new").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = keeper.post("/configuration", "key", "No Good", "name", "<b>Till</b>", "type",
                "", "criticality", "LOW", "owner", "operations");
        assertThat(refused.body()).contains("Choose what kind of thing it is.", "value=\"No Good\"");
        assertThat(keeper
            .post("/configuration", "key", this.key, "name", "<b>Till</b> " + this.key, "type", "HOST", "criticality",
                    "CRITICAL", "owner", "operations")
            .statusCode()).isEqualTo(302);
        Document page = keeper.page("/configuration/" + this.key);
        assertThat(page.selectFirst("h1").text()).isEqualTo("<b>Till</b> " + this.key);
        assertThat(page.text()).contains(this.key + " is registered.", "Critical", "In use", "Olivia Tanaka");
        keeper.get("/configuration/" + this.key + "/edit");
        assertThat(keeper
            .post("/configuration/" + this.key, "version", "0", "name", "Till " + this.key, "type", "HOST",
                    "criticality", "LOW", "owner", "nobody-here")
            .body()).contains("Nobody who may sign in is called nobody-here.");
        assertThat(keeper
            .post("/configuration/" + this.key, "version", "0", "name", "Till " + this.key, "type", "HOST",
                    "criticality", "LOW", "owner", "operations")
            .statusCode()).isEqualTo(302);
        assertThat(
                keeper.page("/configuration?type=HOST&owner=operations&text=" + this.key).select("tbody th a").text())
            .isEqualTo("Till " + this.key);
        keeper.get("/configuration/" + this.key);
        keeper.post("/configuration/" + this.key + "/retire", "reason", "");
        assertThat(keeper.page("/configuration/" + this.key).text()).contains("Say why, in at most 500 characters.");
        keeper.post("/configuration/" + this.key + "/retire", "reason", "Sold.");
        assertThat(keeper.page("/configuration/" + this.key).text()).contains("Retired", "Bring back into use");
        assertThat(keeper.page("/configuration?text=" + this.key).text()).contains("Nothing matches these filters.");
        assertThat(keeper.page("/configuration?retired=true&text=" + this.key).select("tbody tr")).hasSize(1);
    }

}
