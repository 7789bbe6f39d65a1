package io.slipway.deployment.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.slipway.deployment.tool.FakeTool;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.input.WebhookSignature;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each tool is told, looked for and asked as its documentation says, and no fault of it
 * starts anything twice, or ends an attempt that nobody can tell of.
 */
@SlipwayTest
@RecordApplicationEvents
class ToolDriversTests {

    private static final String LARGE = "x".repeat(10 * 1024 * 1024);

    @Autowired
    PipelineAttempts attempts;

    @Autowired
    AttemptRounds rounds;

    @Autowired
    SomePipeline some;

    @Autowired
    ToolAddresses addresses;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    private FakeTool tool;

    private Pipeline pipeline;

    private String id = "";

    private String base = "";

    @BeforeEach
    void stand() {
        this.clock.stop();
        this.tool = new FakeTool(this.addresses.allowed().get(0));
    }

    @AfterEach
    void close() {
        this.tool.close();
    }

    @Test
    void dispatchesAWorkflowAndAsksItsRun() {
        order(PipelineTool.GITHUB);
        this.tool.on("POST " + this.base + "/actions/workflows/deploy.yml/dispatches", 200,
                "{\"workflow_run_id\":77,\"run_url\":\"http://x/77\",\"html_url\":\"https://github.example/77\"}");
        run("77", "queued", "");
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
        FakeTool.Asked dispatch = this.tool.asked("POST " + this.base + "/actions/workflows/deploy.yml/dispatches")
            .get(0);
        assertThat(dispatch.body()).contains("\"ref\":\"v1\"", "\"return_run_details\":true", "\"version\":\"1.2.3\"",
                "\"slipway_attempt\":\"" + this.id + "\"");
        assertThat(dispatch.headers()).containsEntry("authorization", "Bearer robot:of-live-runs-0815")
            .containsEntry("x-github-api-version", "2022-11-28");
        goOn();
        this.tool.forget("GET " + this.base + "/actions/runs/77");
        run("77", "in_progress", "");
        assertThat(goOn().state()).isEqualTo(AttemptState.RUNNING);
        this.tool.forget("GET " + this.base + "/actions/runs/77");
        run("77", "completed", "success");
        this.tool.on("GET " + this.base + "/actions/runs/77/jobs", 200, """
                {"jobs":[{"name":"deploy","conclusion":"success",
                 "steps":[{"name":"login robot:of-live-runs-0815","conclusion":"success"}]}]}""");
        PipelineAttempt ended = goOn();
        assertThat(ended.state()).isEqualTo(AttemptState.SUCCEEDED);
        assertThat(ended.trace().page()).isEqualTo("https://github.example/77");
        assertThat(ended.excerpt()).contains("deploy: success").doesNotContain("0815");
        assertThat(this.events.stream(AttemptEnded.class).filter((one) -> one.attemptId().equals(this.id))).hasSize(1);
    }

    @Test
    void findsTheRunByItsIdWhereAnOlderServerSaysNothing() {
        order(PipelineTool.GITHUB);
        this.tool
            .on("POST " + this.base + "/actions/workflows/deploy.yml/dispatches", 422,
                    "{\"message\":\"return_run_details is not a permitted key.\"}")
            .on("POST " + this.base + "/actions/workflows/deploy.yml/dispatches", 204, "");
        assertThat(goOn().state()).isEqualTo(AttemptState.SENT);
        this.tool.on("GET " + this.base + "/actions/workflows/deploy.yml/runs", 200, "{\"workflow_runs\":[]}")
            .on("GET " + this.base + "/actions/workflows/deploy.yml/runs", 200, """
                    {"workflow_runs":[{"id":1,"display_title":"other","status":"completed","conclusion":"failure"},
                    {"id":78,"display_title":"Deploy %s","status":"in_progress","html_url":"https://g.example/78"}]}"""
                .formatted(this.id));
        assertThat(goOn().state()).isEqualTo(AttemptState.SENT);
        PipelineAttempt found = goOn();
        assertThat(found.state()).isEqualTo(AttemptState.RUNNING);
        assertThat(found.trace().run()).isEqualTo("78");
        assertThat(this.tool.asked("POST " + this.base + "/actions/workflows/deploy.yml/dispatches")).hasSize(2);
    }

    @Test
    void looksBeforeItTellsAgainWhereTheAnswerWasLost() {
        order(PipelineTool.GITHUB);
        String dispatch = "POST " + this.base + "/actions/workflows/deploy.yml/dispatches";
        String search = "GET " + this.base + "/actions/workflows/deploy.yml/runs";
        this.tool.hangUpOn(dispatch).on(search, 200, "{\"workflow_runs\":[]}");
        PipelineAttempt doubt = goOn();
        assertThat(doubt.state()).isEqualTo(AttemptState.ORDERED);
        assertThat(doubt.inDoubt()).isTrue();
        goOn();
        goOn();
        assertThat(goOn().inDoubt()).isFalse();
        assertThat(this.tool.asked(search)).hasSize(3);
        assertThat(this.tool.asked(dispatch)).hasSize(1);
        this.tool.forget(dispatch).on(dispatch, 200, "{\"workflow_run_id\":79}");
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(this.tool.asked(dispatch)).hasSize(2);
    }

    @Test
    void isUnknownWhereNobodyCanTellWhetherItBegan() {
        order(PipelineTool.GITHUB);
        this.tool.on("POST " + this.base + "/actions/workflows/deploy.yml/dispatches", 502, "<html>Bad gateway</html>")
            .on("GET " + this.base + "/actions/workflows/deploy.yml/runs", 200, "<html>Sign in</html>");
        goOn();
        assertThat(goOn().state()).isEqualTo(AttemptState.ORDERED);
        this.clock.advance(AttemptRounds.PERSISTENCE.plusSeconds(1));
        assertThat(goOn().state()).isEqualTo(AttemptState.OUTCOME_UNKNOWN);
        assertThat(this.events.stream(AttemptHeld.class).filter((one) -> one.attemptId().equals(this.id))).hasSize(1);
        assertThat(this.tool.asked("POST " + this.base + "/actions/workflows/deploy.yml/dispatches")).hasSize(1);
    }

    @Test
    void failsWhereTheToolSaysNo() {
        order(PipelineTool.GITHUB);
        this.tool.on("POST " + this.base + "/actions/workflows/deploy.yml/dispatches", 422,
                "{\"message\":\"Unexpected inputs provided\"}");
        PipelineAttempt refused = goOn();
        assertThat(refused.state()).isEqualTo(AttemptState.FAILED);
        assertThat(refused.reason()).contains("422", "Unexpected inputs");
    }

    @Test
    void isUnknownOnceTheToolForgotIt() {
        accepted();
        this.tool.forget("GET " + this.base + "/actions/runs/77");
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(goOn().state()).isEqualTo(AttemptState.OUTCOME_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({ "html", "nothing", "large", "no-status", "error", "hangs-up", "elsewhere" })
    void staysAsItIsWhereTheAnswerSaysNothing(String fault) {
        accepted();
        String ask = "GET " + this.base + "/actions/runs/77";
        this.tool.forget(ask);
        switch (fault) {
            case "html" -> this.tool.on(ask, 200, "<html><body>Please sign in</body></html>");
            case "nothing" -> this.tool.on(ask, 200, "");
            case "large" -> this.tool.on(ask, 200, "{\"status\":\"completed\",\"x\":\"" + LARGE + "\"}");
            case "no-status" -> this.tool.on(ask, 200, "{\"status\":\"fancy\"}");
            case "error" -> this.tool.on(ask, 500, "{}");
            case "elsewhere" -> this.tool.on(ask, 302, "", Map.of("Location", "http://169.254.169.254/latest"));
            default -> this.tool.hangUpOn(ask);
        }
        PipelineAttempt same = goOn();
        assertThat(same.state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(same.failures()).isOne();
        assertThat(same.reason()).hasSizeLessThanOrEqualTo(500);
        this.tool.forget(ask);
        run("77", "completed", "failure");
        assertThat(goOn().state()).isEqualTo(AttemptState.FAILED);
    }

    @Test
    void isToldOverdueOnce() {
        accepted();
        this.clock.advance(Duration.ofMinutes(11));
        goOn();
        assertThat(this.events.stream(AttemptOverdue.class).filter((one) -> one.attemptId().equals(this.id))).isEmpty();
        this.clock.advance(Duration.ofMinutes(2));
        goOn();
        goOn();
        assertThat(this.events.stream(AttemptOverdue.class).filter((one) -> one.attemptId().equals(this.id)))
            .hasSize(1);
        assertThat(this.attempts.get(this.id).decidable()).isTrue();
    }

    @Test
    void isToldAgainWhereTheToolCannotBeReached() {
        order(PipelineTool.GITHUB);
        this.tool.close();
        PipelineAttempt unsent = goOn();
        assertThat(unsent.state()).isEqualTo(AttemptState.ORDERED);
        assertThat(unsent.inDoubt()).isFalse();
        this.clock.advance(AttemptRounds.PERSISTENCE.plusSeconds(1));
        assertThat(goOn().state()).isEqualTo(AttemptState.FAILED);
    }

    @Test
    void triggersAPipelineOfGitLab() {
        order(PipelineTool.GITLAB);
        String project = "/api/v4/projects/acme%2F" + this.pipeline.pipeline();
        this.tool.hangUpOn("POST " + project + "/trigger/pipeline")
            .on("GET " + project + "/pipelines", 200,
                    "[{\"id\":4,\"status\":\"success\"},{\"id\":5,\"status\":\"pending\",\"web_url\":\"https://l.example/5\"}]")
            .on("GET " + project + "/pipelines/4/variables", 200, "[]")
            .on("GET " + project + "/pipelines/5/variables", 200,
                    "[{\"key\":\"SLIPWAY_ATTEMPT\",\"value\":\"" + this.id + "\"}]")
            .on("GET " + project + "/pipelines/5", 200, "{\"id\":5,\"status\":\"failed\"}")
            .on("GET " + project + "/pipelines/5/jobs", 200,
                    "[{\"stage\":\"deploy\",\"name\":\"live\",\"status\":\"failed\",\"failure_reason\":\"script_failure\"}]");
        goOn();
        FakeTool.Asked trigger = this.tool.asked("POST " + project + "/trigger/pipeline").get(0);
        assertThat(trigger.body()).contains("token=robot&ref=v1", "variables%5BSLIPWAY_ATTEMPT%5D=" + this.id,
                "variables%5BSLIPWAY_RUN%5D=live");
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(this.tool.asked("GET " + project + "/pipelines").get(0).headers()).containsEntry("private-token",
                "of-live-runs-0815");
        PipelineAttempt ended = goOn();
        assertThat(ended.state()).isEqualTo(AttemptState.FAILED);
        assertThat(ended.excerpt()).isEqualTo("deploy, live: failed script_failure");
        assertThat(this.tool.asked("POST " + project + "/trigger/pipeline")).hasSize(1);
    }

    @Test
    void buildsAJobOfJenkinsByWayOfItsQueue() {
        order(PipelineTool.JENKINS);
        String job = "/job/acme/job/" + this.pipeline.pipeline();
        this.tool
            .on("POST " + job + "/buildWithParameters", 201, "",
                    Map.of("Location", "http://jenkins.inside.example/queue/item/31/"))
            .on("GET /queue/item/31/api/json", 200, "{\"why\":\"In the quiet period\"}")
            .on("GET /queue/item/31/api/json", 200,
                    "{\"executable\":{\"number\":12,\"url\":\"https://j.example/12/\"}}")
            .on("GET " + job + "/12/api/json", 200, "{\"number\":12,\"building\":true,\"result\":null}")
            .on("GET " + job + "/12/api/json", 200, "{\"number\":12,\"building\":false,\"result\":\"UNSTABLE\"}")
            .on("GET " + job + "/12/logText/progressiveText", 200, LARGE,
                    Map.of("X-Text-Size", Integer.toString(LARGE.length())))
            .on("GET " + job + "/12/logText/progressiveText", 200, "the end\nFinished: UNSTABLE\n");
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
        FakeTool.Asked build = this.tool.asked("POST " + job + "/buildWithParameters").get(0);
        assertThat(build.body()).contains("SLIPWAY_ATTEMPT=" + this.id);
        assertThat(build.headers().get("authorization")).startsWith("Basic ");
        goOn();
        assertThat(goOn().trace().run()).isEqualTo("12");
        goOn();
        PipelineAttempt ended = goOn();
        assertThat(ended.state()).isEqualTo(AttemptState.FAILED);
        assertThat(ended.excerpt()).isEqualTo("the end\nFinished: UNSTABLE");
        assertThat(this.tool.asked("GET " + job + "/12/logText/progressiveText").get(1).query())
            .isEqualTo("start=" + (LARGE.length() - 64 * 1024));
    }

    @Test
    void findsABuildOfJenkinsWhoseQueueItemIsForgotten() {
        order(PipelineTool.JENKINS);
        String job = "/job/acme/job/" + this.pipeline.pipeline();
        this.tool.on("POST " + job + "/buildWithParameters", 201, "", Map.of("Location", "/queue/item/32/"))
            .on("GET " + job + "/api/json", 200, """
                    {"builds":[{"number":13,"building":false,"result":"ABORTED",
                     "actions":[{},{"parameters":[{"name":"SLIPWAY_ATTEMPT","value":"%s"}]}]}]}""".formatted(this.id));
        goOn();
        assertThat(goOn().state()).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void synchronisesAnApplicationOfArgo() {
        order(PipelineTool.ARGO_CD);
        String application = "/api/v1/applications/acme%2F" + this.pipeline.pipeline();
        this.tool.on("POST " + application + "/sync", 200, "{}")
            .on("GET " + application, 200, argo("Running", "", "OutOfSync", "Progressing"))
            .on("GET " + application, 200, argo("Succeeded", "abc", "Synced", "Progressing"))
            .on("GET " + application, 200, argo("Succeeded", "abc", "OutOfSync", "Healthy"))
            .on("GET " + application, 200, argo("Succeeded", "abc", "Synced", "Healthy"));
        goOn();
        assertThat(this.tool.asked("POST " + application + "/sync").get(0).body()).contains("\"revision\":\"v1\"",
                "\"value\":\"" + this.id + "\"");
        for (int i = 0; i < 3; i++) {
            assertThat(goOn().state()).isEqualTo(AttemptState.RUNNING);
        }
        assertThat(goOn().state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    @Test
    void isUnknownWhereAnotherOperationOfArgoTookItsPlace() {
        order(PipelineTool.ARGO_CD);
        String application = "/api/v1/applications/acme%2F" + this.pipeline.pipeline();
        this.tool.on("POST " + application + "/sync", 200, "{}")
            .on("GET " + application, 200, argo("Succeeded", "abc", "Synced", "Healthy").replace(this.id, "other"));
        goOn();
        goOn();
        assertThat(goOn().state()).isEqualTo(AttemptState.OUTCOME_UNKNOWN);
    }

    @Test
    void tellsAnyToolByASignedMessage() {
        order(PipelineTool.WEBHOOK);
        this.tool.hangUpOn("POST /").on("POST /", 202, "{\"run\":\"r1\",\"page\":\"https://t.example/r1\"}");
        goOn();
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
        assertThat(this.tool.asked("POST /")).hasSize(2).allSatisfy((asked) -> {
            assertThat(asked.headers()).containsEntry("webhook-id", this.id);
            assertThat(new WebhookSignature(this.id, asked.headers().get("webhook-timestamp"),
                    asked.headers().get("webhook-signature"))
                .verifies("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", asked.body().getBytes(StandardCharsets.UTF_8),
                        this.clock.instant()))
                .isTrue();
            assertThat(asked.body()).contains("\"callback\":{", "/api/v1/attempts/" + this.id + "/reports");
        });
    }

    private String argo(String phase, String revision, String sync, String health) {
        return """
                {"status":{"operationState":{"phase":"%s","message":"","syncResult":{"revision":"%s"},
                "operation":{"info":[{"name":"slipway","value":"%s"}]}},
                "sync":{"status":"%s","revision":"abc"},"health":{"status":"%s"}}}""".formatted(phase, revision,
                this.id, sync, health);
    }

    private void accepted() {
        order(PipelineTool.GITHUB);
        this.tool.on("POST " + this.base + "/actions/workflows/deploy.yml/dispatches", 200, "{\"workflow_run_id\":77}");
        run("77", "queued", "");
        assertThat(goOn().state()).isEqualTo(AttemptState.ACCEPTED);
    }

    private void run(String run, String status, String conclusion) {
        this.tool.on("GET " + this.base + "/actions/runs/" + run, 200,
                "{\"id\":%s,\"status\":\"%s\",\"conclusion\":\"%s\",\"html_url\":\"https://github.example/%s\"}"
                    .formatted(run, status, conclusion, run));
    }

    private void order(PipelineTool kind) {
        this.pipeline = this.some.of(kind);
        this.base = "/repos/acme/" + this.pipeline.pipeline();
        this.id = this.some.start(this.some.order(this.pipeline));
    }

    private PipelineAttempt goOn() {
        this.rounds.goOn(this.attempts.get(this.id));
        return this.attempts.get(this.id);
    }

}
