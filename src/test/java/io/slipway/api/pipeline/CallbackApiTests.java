package io.slipway.api.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.slipway.deployment.check.CheckVerdict;
import io.slipway.deployment.check.Checks;
import io.slipway.deployment.pipeline.AttemptState;
import io.slipway.deployment.pipeline.Pipeline;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.pipeline.PipelineTool;
import io.slipway.deployment.pipeline.SomePipeline;
import io.slipway.identity.Role;
import io.slipway.identity.token.SomeToken;
import io.slipway.input.WebhookSignature;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tools tell is believed with the right signature only, kept once, and looked at
 * after they have their answer.
 */
@SlipwayTest
class CallbackApiTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    SomePipeline some;

    @Autowired
    PipelineAttempts attempts;

    @Autowired
    Checks checks;

    @Autowired
    SomeToken someToken;

    @Autowired
    MutableClock clock;

    private Pipeline pipeline;

    private String attempt = "";

    @BeforeEach
    void stop() {
        this.clock.stop();
    }

    @Test
    void takesWhatGitHubSignsAndNothingElse() {
        order(PipelineTool.GITHUB);
        String body = workflowRun(this.pipeline.project(), "completed", "success");
        assertThat(send(events(), body).statusCode()).isEqualTo(401);
        assertThat(gitHub(body, "sha256=" + "0".repeat(64), "d1").statusCode()).isEqualTo(401);
        assertThat(gitHub(body + " ", signed(body), "d1").statusCode()).isEqualTo(401);
        assertThat(gitHub(body, signed(body), "d1")).satisfies((answer) -> {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).contains("\"result\":\"KEPT\"", this.attempt);
        });
        assertThat(gitHub(body, signed(body), "d1").body()).contains("\"result\":\"KNOWN\"");
        PipelineAttempt looked = this.some.look(this.attempt);
        assertThat(looked.state()).as("the tool is asked first").isEqualTo(AttemptState.RUNNING);
        assertThat(looked.trace().run()).isEqualTo("77");
        String foreign = workflowRun("acme/other", "completed", "failure");
        assertThat(gitHub(foreign, signed(foreign), "d2").statusCode()).isEqualTo(403);
        String other = body.replace(this.attempt, UUID.randomUUID().toString()).replace("77", "78");
        assertThat(gitHub(other, signed(other), "d3").body()).contains("\"result\":\"IGNORED\"");
        assertThat(gitHub("[]", signed("[]"), "d4").body()).contains("IGNORED");
        assertThat(gitHub("<html>", signed("<html>"), "d5").statusCode()).isEqualTo(422);
    }

    @Test
    void takesWhatBearsTheTokenOfGitLab() {
        order(PipelineTool.GITLAB);
        String body = """
                {"object_kind":"pipeline","project":{"path_with_namespace":"%s"},"object_attributes":
                {"id":5,"status":"running","variables":[{"key":"SLIPWAY_ATTEMPT","value":"%s"}]}}"""
            .formatted(this.pipeline.project(), this.attempt);
        assertThat(send(events(), body, "X-Gitlab-Token", "guessed", "X-Gitlab-Event", "Pipeline Hook").statusCode())
            .isEqualTo(401);
        assertThat(send(events(), body, "X-Gitlab-Token", SECRET, "X-Gitlab-Event", "Pipeline Hook").body())
            .contains("KEPT");
        assertThat(this.some.look(this.attempt).state()).isEqualTo(AttemptState.RUNNING);
    }

    @Test
    void takesSignedReportsWhileTheyAreFresh() {
        order(PipelineTool.WEBHOOK);
        String body = report("succeeded", "log in with ghp_0123456789abcdefABCDEF0123");
        String old = Long.toString(this.clock.instant().minusSeconds(301).getEpochSecond());
        assertThat(webhook("m1", old, body, body).statusCode()).as("late").isEqualTo(401);
        String now = Long.toString(this.clock.instant().getEpochSecond());
        assertThat(webhook("m1", now, body, body.replace("succeeded", "failed")).statusCode()).as("forged")
            .isEqualTo(401);
        assertThat(webhook("m1", now, body, body).body()).contains("KEPT");
        assertThat(webhook("m1", now, body, body).body()).as("replayed").contains("KNOWN");
        PipelineAttempt ended = this.some.look(this.attempt);
        assertThat(ended.state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(ended.excerpt()).isEqualTo("log in with ***");
        assertThat(webhook("m2", now, body, body).body()).contains("ENDED");
        String unknown = body.replace(this.attempt, UUID.randomUUID().toString());
        assertThat(webhook("m3", now, unknown, unknown).statusCode()).isEqualTo(404);
        String none = body.replace("succeeded", "fancy");
        assertThat(webhook("m4", now, none, none).statusCode()).isEqualTo(422);
        Pipeline other = this.some.of(PipelineTool.WEBHOOK);
        this.pipeline = other;
        assertThat(webhook("m5", now, body, body).statusCode()).as("another's attempt").isEqualTo(403);
    }

    @Test
    void takesReportsWithTheTokenOfTheirAttempt() {
        order(PipelineTool.JENKINS);
        String path = "/api/v1/attempts/" + this.attempt + "/reports";
        String body = "{\"state\":\"running\",\"reason\":\"begun\"}";
        String token = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmacHex("slipway-callback:" + this.attempt);
        assertThat(send(path, body).statusCode()).isEqualTo(401);
        assertThat(send(path, body, "X-Slipway-Token", "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(send(path.replace(this.attempt, UUID.randomUUID().toString()), body, "X-Slipway-Token", token)
            .statusCode()).isEqualTo(401);
        assertThat(send(path, body, "X-Slipway-Token", token).body()).contains("KEPT");
        assertThat(this.some.look(this.attempt).state()).isEqualTo(AttemptState.RUNNING);
        assertThat(send("/api/v1/pipelines/no-such/events", body).statusCode()).isEqualTo(401);
    }

    @Test
    void takesAResultOfACheckOnceFromATokenThatMay() {
        PipelineAttempt held = this.some.overdue();
        String subject = this.some.watched(held);
        String path = "/api/v1/releases/" + held.releaseKey() + "/checks/results";
        String body = "{\"check\":\"" + subject + "\",\"id\":\"r1\",\"value\":\"1\",\"note\":\"smoke\"}";
        String operations = "Bearer " + this.someToken.of("operations", Role.OPERATIONS);
        assertThat(send(path, body).statusCode()).isEqualTo(401);
        assertThat(send(path, body, "Authorization", "Bearer " + this.someToken.of("test-manager", Role.TEST_MANAGER))
            .statusCode()).isEqualTo(403);
        assertThat(send(path.replace(held.releaseKey(), this.some.overdue().releaseKey()), body, "Authorization",
                operations)
            .statusCode()).as("another's release").isEqualTo(404);
        assertThat(send(path, body.replace("\"1\"", "\"lots\""), "Authorization", operations).statusCode())
            .isEqualTo(422);
        assertThat(send(path, body, "Authorization", operations).statusCode()).isEqualTo(204);
        assertThat(this.checks.verdictOf(subject)).contains(CheckVerdict.SUCCESS);
        assertThat(send(path, body.replace("r1", "r2"), "Authorization", operations).statusCode()).isEqualTo(422);
    }

    private void order(PipelineTool tool) {
        this.pipeline = this.some.of(tool);
        this.attempt = this.some.started(this.pipeline);
        assertThat(this.attempts.get(this.attempt).state()).isEqualTo(AttemptState.ORDERED);
    }

    private String events() {
        return "/api/v1/pipelines/" + this.pipeline.pipeline() + "/events";
    }

    private String workflowRun(String project, String status, String conclusion) {
        return """
                {"action":"completed","repository":{"full_name":"%s"},"workflow_run":{"id":77,"name":"Deploy",
                "display_title":"Deploy %s","status":"%s","conclusion":"%s","html_url":"https://github.example/77"}}"""
            .formatted(project, this.attempt, status, conclusion);
    }

    private HttpResponse<String> gitHub(String body, String signature, String delivery) {
        return send(events(), body, "X-GitHub-Event", "workflow_run", "X-Hub-Signature-256", signature,
                "X-GitHub-Delivery", delivery);
    }

    private static String signed(String body) {
        return "sha256=" + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmacHex(body);
    }

    private String report(String state, String log) {
        return "{\"attempt\":\"%s\",\"state\":\"%s\",\"reason\":\"done\",\"log\":\"%s\"}".formatted(this.attempt, state,
                log);
    }

    private HttpResponse<String> webhook(String id, String at, String signed, String sent) {
        return send(events(), sent, "webhook-id", id, "webhook-timestamp", at, "webhook-signature",
                WebhookSignature.of(SECRET, id, at, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
