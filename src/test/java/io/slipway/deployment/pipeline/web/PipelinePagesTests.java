package io.slipway.deployment.pipeline.web;

import java.net.http.HttpResponse;
import java.util.UUID;

import io.slipway.deployment.check.Checks;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.pipeline.SomePipeline;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pipelines, their attempts and the sources of checks, over HTTP: kept by those who may,
 * read by auditors, and never with a secret.
 */
@SlipwayTest
class PipelinePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    SomePipeline some;

    @Autowired
    PipelineAttempts attempts;

    @Autowired
    Checks checks;

    @Autowired
    ToolAddresses addresses;

    @Test
    void areKeptByBuildEngineers() {
        String key = "p" + UUID.randomUUID().toString().substring(0, 12);
        String place = this.some.environment();
        Visitor keeper = new Visitor(this.port).signIn("build-engineer");
        keeper.get("/deployments/pipelines/new");
        HttpResponse<String> refused = keeper.post("/deployments/pipelines", "key", key, "tool", "GITHUB", "address",
                "http://169.254.169.254/", "project", "shop");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("The portal may not reach this address",
                "Write owner and repository");
        HttpResponse<String> kept = keeper.post("/deployments/pipelines", "key", key, "name", "Deploy the shop", "tool",
                "GITHUB", "address", this.addresses.allowed().get(0), "project", "acme/shop", "workflow", "deploy.yml",
                "ref", "main", "liveCredential", "LIVE", "callbackCredential", "HOOK", "expectedMinutes", "20",
                "environments", place);
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(page(keeper, "/deployments/pipelines/" + key).text()).contains("Deploy the shop", "GitHub Actions",
                place, "/api/v1/pipelines/" + key + "/events", "It was never told to deploy");
        assertThat(keeper.get("/deployments/pipelines/" + key).body()).doesNotContain("of-live-runs-0815");
        keeper.get("/deployments/pipelines/" + key + "/edit");
        assertThat(keeper
            .post("/deployments/pipelines/" + key, "key", key, "name", "Old", "tool", "GITHUB", "address",
                    this.addresses.allowed().get(0), "project", "acme/shop", "workflow", "deploy.yml", "liveCredential",
                    "LIVE", "expectedMinutes", "20", "further", place, "retired", "true", "version", "0")
            .statusCode()).isEqualTo(302);
        assertThat(page(keeper, "/deployments/pipelines/" + key).text()).contains("Old", "No longer used");
        assertThat(new Visitor(this.port).signIn("test-manager").get("/deployments/pipelines/" + key).statusCode())
            .isEqualTo(403);
    }

    @Test
    void showWhatWasToldOfAnAttemptAndLetPeopleDecide() {
        PipelineAttempt unknown = this.some.overdue();
        String path = "/deployments/attempts/" + unknown.attempt();
        Document read = page(new Visitor(this.port).signIn("auditor"), path);
        assertThat(read.text()).contains("Outcome unknown", "the tool, when asked", "moved it on", "the last line");
        assertThat(read.select("form[action$=decide]")).isEmpty();
        Visitor manager = new Visitor(this.port).signIn("deployment-manager");
        assertThat(page(manager, path).select("form[action$=decide]")).hasSize(1);
        HttpResponse<String> refused = manager.post(path + "/decide", "outcome", "SUCCEEDED");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("Say what you looked at.");
        assertThat(manager.post(path + "/decide", "outcome", "SUCCEEDED", "evidence", "It answers with 1.2.3.")
            .statusCode()).isEqualTo(302);
        assertThat(this.attempts.get(unknown.attempt()).state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(page(manager, path).text()).contains("Succeeded", "a person", "It answers with 1.2.3.");
    }

    @Test
    void keepSourcesOfChecks() {
        String key = "m" + UUID.randomUUID().toString().substring(0, 12);
        Visitor keeper = new Visitor(this.port).signIn("administrator");
        keeper.get("/deployments/sources/new");
        assertThat(keeper.post("/deployments/sources", "key", key, "kind", "PROMETHEUS").statusCode()).isEqualTo(422);
        assertThat(keeper
            .post("/deployments/sources", "key", key, "name", "Metrics " + key, "kind", "PROMETHEUS", "address",
                    this.addresses.allowed().get(0))
            .statusCode()).isEqualTo(302);
        keeper.get("/deployments/sources/" + key + "/edit");
        assertThat(keeper
            .post("/deployments/sources/" + key, "key", key, "name", "Alerts " + key, "kind", "ALERTS", "address",
                    this.addresses.allowed().get(0), "version", "0")
            .statusCode()).isEqualTo(302);
        assertThat(keeper.get("/deployments/sources/" + key + "/edit").body()).contains("Alerts " + key);
    }

    @Test
    void letPeopleTypeWhatTheyRead() {
        String subject = this.some.typed(this.some.overdue());
        String path = "/deployments/checks/" + this.checks.of(subject).orElseThrow().id();
        assertThat(page(new Visitor(this.port).signIn("auditor"), path).select("form[action$=readings]")).isEmpty();
        Visitor operations = new Visitor(this.port).signIn("operations");
        assertThat(page(operations, path).text()).contains("Disks free", subject, ">= 20");
        assertThat(operations.post(path + "/readings", "value", "much").statusCode()).isEqualTo(422);
        assertThat(operations.post(path + "/readings", "value", "25", "note", "on both hosts").statusCode())
            .isEqualTo(302);
        assertThat(page(operations, path).text()).contains("As it should be", "on both hosts");
        assertThat(page(operations, "/deployments/checks").text()).contains("Disks free");
    }

    private static Document page(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

}
