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
        assertThat(page.text()).contains(this.key + " is registered.", "Critical", "Live", "Olivia Tanaka");
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
        HttpResponse<String> unexplained = keeper.post("/configuration/" + this.key + "/retire", "reason", "");
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.body()).contains("Say why, in at most 500 characters.", "Till " + this.key);
        keeper.post("/configuration/" + this.key + "/retire", "reason", "Sold.");
        assertThat(keeper.page("/configuration/" + this.key).text()).contains("Retired", "Bring back into use");
        assertThat(keeper.page("/configuration?text=" + this.key).text()).contains("Nothing matches these filters.");
        assertThat(keeper.page("/configuration?retired=true&text=" + this.key).select("tbody tr")).hasSize(1);
    }

    @Test
    void showsRelationsImpactHistoryAndWhatIsUnconfirmed() {
        Visitor keeper = new Visitor(this.port).signIn("configuration-manager");
        for (String one : new String[] { this.key, this.key + "-db" }) {
            keeper.get("/configuration/new");
            assertThat(keeper
                .post("/configuration", "key", one, "name", "Name of " + one, "type", "OTHER", "criticality", "HIGH",
                        "owner", "operations", "status", "PLANNED", "edition", "4.2", "attributes",
                        "kind = rack\nroom = 12")
                .statusCode()).isEqualTo(302);
        }
        String path = "/configuration/" + this.key;
        keeper.get(path);
        assertThat(keeper.post(path + "/relations", "kind", "", "target", "No <b>such").body())
            .contains("Choose how it needs the other.", "value=\"no &lt;b&gt;such\"");
        assertThat(keeper.post(path + "/relations", "kind", "DEPENDS_ON", "target", this.key + "-db").statusCode())
            .isEqualTo(302);
        Document page = keeper.page(path);
        assertThat(page.text()).contains("depends on Name of " + this.key + "-db", "rack", "4.2", "Planned");
        assertThat(keeper.page(path + "-db").text()).contains("is needed by Name of " + this.key);
        Document impact = keeper.page(path + "-db/impact");
        assertThat(impact.select("svg.graph a")).hasSize(2);
        assertThat(impact.select("svg.graph path.graph-line title").text()).contains("depends on");
        for (String act : new String[] { "/go-live", "/confirm" }) {
            keeper.post(path + act);
            keeper.get(path);
        }
        assertThat(keeper.page(path + "/history").text()).contains("Related two configuration items",
                "Took a planned configuration item into use", "Confirmed the record");
        assertThat(keeper.post("/configuration/stale", "keys", this.key, "keys", "unknown-one").statusCode())
            .isEqualTo(302);
        assertThat(keeper.page("/configuration/stale").text()).contains("1 item is confirmed.",
                "not confirmed, there is no such item");
        keeper.get(path);
        HttpResponse<String> unexplained = keeper.post(path + "/relations/DEPENDS_ON/" + this.key + "-db/remove",
                "reason", "");
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.body()).contains("Say why, in at most 500 characters.");
        keeper.post(path + "/relations/DEPENDS_ON/" + this.key + "-db/remove", "reason", "Split.");
        assertThat(keeper.page(path).text()).contains("It needs nothing");
        Visitor reader = new Visitor(this.port).signIn("auditor");
        assertThat(reader.page(path).text()).doesNotContain("Add a relation");
        assertThat(reader.get(path + "/impact").statusCode()).isEqualTo(200);
        assertThat(reader.get(path + "/nothing").statusCode()).isEqualTo(404);
        assertThat(reader.get("/configuration/stale").statusCode()).isEqualTo(200);
        for (String act : new String[] { path + "/relations", path + "/confirm", path + "/go-live",
                "/configuration/stale", path + "/relations/USES/x/remove" }) {
            assertThat(reader.post(act, "keys", this.key, "kind", "USES", "target", "x").statusCode()).as(act)
                .isEqualTo(403);
        }
    }

}
