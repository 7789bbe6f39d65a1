package io.slipway.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pipelines tell what happened; whatever came is kept, and done once, in whichever order.
 */
@SlipwayTest
class EventApiTests {

    private static final String PATH = "/api/v1/events";

    private static final String ONE = "application/cloudevents+json";

    private static final String BATCH = "application/cloudevents-batch+json";

    private static final String SIGNED = "https://signed.example.com/ci";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    ApiClient pipeline;

    String owner;

    String source;

    @BeforeEach
    void call() {
        this.owner = this.somePerson.with(Role.BUILD_ENGINEER);
        this.pipeline = ApiClient.bearer(this.port, this.tokens.of(this.owner, Role.BUILD_ENGINEER));
        this.source = "https://ci.example.com/" + UUID.randomUUID();
    }

    @Test
    void areTakenByTokenOrSignatureOnly() {
        String event = event("1", "build.finished", "b1", "{}");
        ApiClient.problem(ApiClient.stranger(this.port).send("POST", PATH, ONE, event), 401);
        ApiClient.problem(ApiClient.of(this.port, "build-engineer").send("POST", PATH, ONE, event), 403);
        String readsOnly = this.tokens.of(this.owner, false, List.of(), List.of(), Role.BUILD_ENGINEER);
        ApiClient.problem(ApiClient.bearer(this.port, readsOnly).send("POST", PATH, ONE, event), 403);
        assertThat(state(post(event))).isEqualTo("NOTED");
    }

    @Test
    void becomeUnitsOfTheirReleaseOnce() {
        String key = building();
        String event = artifact("1", key, "shop", "\"commit\": \"4f2a91c\", \"committedAt\": \"2026-01-02T03:04:05Z\"");
        List<HttpResponse<String>> answers = IntStream.range(0, 6)
            .parallel()
            .mapToObj((i) -> this.pipeline.send("POST", PATH, ONE, event))
            .toList();
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsOnly(202);
        JsonNode units = ApiClient.json(this.pipeline.get("/api/v1/releases/" + key + "/units")).path("units");
        assertThat(units).hasSize(1);
        assertThat(units.path(0).path("name").asText()).isEqualTo("shop");
        assertThat(units.path(0).path("deliveredBy").asText()).isEqualTo(this.owner);
        assertThat(state(post(event))).isEqualTo("DONE");
        String digest = units.path(0).path("digest").asText();
        JsonNode artifact = ApiClient.json(this.pipeline.get("/api/v1/artifacts/sha256:" + digest));
        assertThat(artifact.path("uses").path(0).path("release").asText()).isEqualTo(key);
        ApiClient.problem(this.pipeline.get("/api/v1/artifacts/" + "0".repeat(64)), 404);
        JsonNode signed = post(event("2", "artifact.signed", "pkg:oci/shop@sha256%3A" + digest, "{}"));
        assertThat(signed.path("events").path(0).path("release").asText()).isEqualTo(key);
        Visitor visitor = new Visitor(this.port).signIn("auditor");
        assertThat(visitor.page("/releases/" + key + "/events").text()).contains("artifact.signed",
                "Delivered the unit");
        assertThat(visitor.page("/artifacts/" + digest).text()).contains(key, "shop");
        assertThat(visitor.get("/artifacts/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    @Test
    void tellThatAnArtifactIsGoneUntilItIsPublishedAgain() {
        String key = building();
        post(artifact("1", key, "shop", "\"commit\": \"4f2a91c\", \"committedAt\": \"2026-01-02T03:04:05Z\""));
        String digest = ApiClient.json(this.pipeline.get("/api/v1/releases/" + key + "/units"))
            .path("units")
            .path(0)
            .path("digest")
            .asText();
        String purl = "pkg:oci/shop@sha256%3A" + digest;
        JsonNode gone = post(event("2", "artifact.deleted", purl, "{}"));
        assertThat(state(gone)).isEqualTo("DONE");
        assertThat(gone.path("events").path(0).path("release").asText()).isEqualTo(key);
        assertThat(state(post(event("3", "artifact.deleted", purl, "{}")))).isEqualTo("DONE");
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        assertThat(visitor.page("/releases/" + key + "/package").text()).contains("Missing",
                "Deleted, as " + this.source + " tells");
        assertThat(visitor.page("/artifacts/" + digest).text()).contains("Missing");
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() -> assertThat(this.jdbc.sql("""
                    select count(distinct matter) from notifications
                     where matter like ? and recipient = 'release-manager'""")
                .param("artifact-missing:" + key + ":%")
                .query(Integer.class)
                .single()).isEqualTo(1));
        assertThat(state(post(event("4", "artifact.deleted", "pkg:oci/other@sha256%3A" + "1".repeat(64),
                "{\"release\": \"" + key + "\"}"))))
            .isEqualTo("NOTED");
        post(event("5", "artifact.published", purl, "{}").replace("2026-02-03", "2026-02-04"));
        assertThat(visitor.page("/releases/" + key + "/package").text()).doesNotContain("Missing");
    }

    @Test
    void mayCarryTheirDataAsBytes() {
        String plain = event("1", "build.finished", "b1", "{}");
        String data = plain.substring(plain.indexOf("\"data\":") + 7, plain.lastIndexOf('}'));
        String bytes = plain.replace("\"data\":" + data,
                "\"datacontenttype\": \"application/json\", \"data_base64\": \""
                        + Base64.encodeBase64String(data.getBytes(StandardCharsets.UTF_8)) + "\"");
        assertThat(bytes).doesNotContain("\"context\"");
        assertThat(state(post(bytes))).isEqualTo("NOTED");
        for (String wrong : List.of(bytes.replace("\"data_base64\": \"", "\"data_base64\": \"-"),
                plain.replace("\"data\":", "\"data_base64\": \"e30=\", \"data\":"))) {
            assertThat(ApiClient.problem(this.pipeline.send("POST", PATH, ONE, wrong), 422)
                .path("errors")
                .findValuesAsText("field")).containsExactly("data_base64");
        }
        assertThat(state(post(bytes.replace("\"1\"", "\"2\"").replace("application/json\", \"d", "image/png\", \"d"))))
            .isEqualTo("NOT_UNDERSTOOD");
    }

    @Test
    void mayBeNone() {
        HttpResponse<String> none = this.pipeline.send("POST", PATH, BATCH, "[]");
        assertThat(none.statusCode()).isEqualTo(202);
        assertThat(ApiClient.json(none).path("events")).isEmpty();
        ApiClient.problem(ApiClient.stranger(this.port).send("POST", PATH, BATCH, "[]"), 401);
    }

    @Test
    void mayComeInAnyOrder() {
        String key = this.driver.register("Told out of order");
        String change = UUID.randomUUID().toString().replace("-", "");
        String event = artifact("1", key, "shop", "\"commit\": \"" + change + "\"");
        JsonNode early = post(event);
        assertThat(state(early)).isEqualTo("PROPOSED");
        assertThat(early.path("events").path(0).path("reason").asText()).contains("committedAt");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        post(event("2", "change.merged", change, "{}"));
        JsonNode units = ApiClient.json(this.pipeline.get("/api/v1/releases/" + key + "/units")).path("units");
        assertThat(units).hasSize(1);
        assertThat(units.path(0).path("committedAt").asText()).isEqualTo("2026-02-03T04:05:06Z");
        assertThat(state(post(event))).isEqualTo("DONE");
    }

    @Test
    void areProposedBeforeTheBuildAndDoneWhenSentAgain() {
        String key = this.driver.register("Told too early");
        String event = artifact("1", key, "shop", "\"commit\": \"4f2a91c\", \"committedAt\": \"2026-01-02T03:04:05Z\"");
        assertThat(state(post(event))).isEqualTo("PROPOSED");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        assertThat(state(post(event))).isEqualTo("DONE");
    }

    @Test
    void areKeptWithTheReasonWhereTheyCannotBeDone() {
        String key = building();
        assertThat(state(post(event("1", "pipelinerun.queued", "p", "{}")))).isEqualTo("NOT_UNDERSTOOD");
        assertThat(state(post("""
                {"specversion": "1.0", "id": "2", "source": "%s", "type": "com.example.party", "data": [1]}"""
            .formatted(this.source)))).isEqualTo("NOT_UNDERSTOOD");
        assertThat(state(post(event("3", "build.finished", "b", "{\"release\": \"NO-SUCH-1\"}")))).isEqualTo("REFUSED");
        assertThat(state(post(
                artifact("4", key, "shop", "\"commit\": \"not a commit\", \"committedAt\": \"2026-01-02T03:04:05Z\""))))
            .isEqualTo("REFUSED");
        String elsewhere = this.tokens.of(this.owner, true, List.of(), List.of("Elsewhere"), Role.BUILD_ENGINEER);
        HttpResponse<String> outside = ApiClient.bearer(this.port, elsewhere)
            .send("POST", PATH, ONE, event("5", "incident.detected", "i", "{\"release\": \"" + key + "\"}"));
        assertThat(state(ApiClient.json(outside))).isEqualTo("REFUSED");
        String tester = this.tokens.of(this.somePerson.with(Role.TEST_MANAGER), Role.TEST_MANAGER);
        HttpResponse<String> unable = ApiClient.bearer(this.port, tester)
            .send("POST", PATH, ONE,
                    artifact("6", key, "mine", "\"commit\": \"4f2a91c\", \"committedAt\": \"2026-01-02T03:04:05Z\""));
        assertThat(state(ApiClient.json(unable))).isEqualTo("REFUSED");
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        assertThat(administrator.page("/administration/events").text())
            .contains("Nothing is known of pipelinerun.queued", "There is no release NO-SUCH-1");
        String shown = administrator.page("/administration/events?state=NOT_UNDERSTOOD")
            .select("table.list a[href^=/administration/events/]")
            .attr("href");
        assertThat(administrator.page(shown).select("h1").text()).isNotBlank();
        assertThat(new Visitor(this.port).signIn("release-manager").get("/administration/events").statusCode())
            .isEqualTo(403);
    }

    @Test
    void comeInABatchOrWithTheirAttributesInHeaders() {
        String two = "[" + event("1", "service.deployed", "s", "{}") + "," + event("2", "service.upgraded", "s", "{}")
                + "]";
        HttpResponse<String> batch = this.pipeline.send("POST", PATH, BATCH, two);
        assertThat(ApiClient.json(batch).path("events").findValuesAsText("state")).containsExactly("NOTED", "NOTED");
        HttpResponse<String> binary = this.pipeline.post(PATH, "{\"subject\": {\"id\": \"s\", \"content\": {}}}",
                "ce-id", "3", "ce-source", this.source, "ce-specversion", "1.0", "ce-type",
                "dev.cdevents.service.rolledback.0.2.0", "ce-time", "2026-02-03T04:05:06Z");
        assertThat(binary.statusCode()).as(binary.body()).isEqualTo(202);
        assertThat(state(ApiClient.json(binary))).isEqualTo("NOTED");
    }

    @Test
    void areRefusedAsAWholeWhereTheyAreNoCloudEvents() {
        ApiClient.problem(this.pipeline.send("POST", PATH, ONE, "{\"specversion\": "), 400);
        ApiClient.problem(this.pipeline.send("POST", PATH, ONE, ""), 400);
        ApiClient.problem(this.pipeline.send("POST", PATH, ONE, "{\"data\":" + "[".repeat(50_000)), 400);
        ApiClient.problem(this.pipeline.send("POST", PATH, ONE, "x".repeat(600 * 1024)), 413);
        ApiClient.problem(this.pipeline.send("POST", PATH, "text/plain", "x"), 415);
        ApiClient.problem(this.pipeline.send("POST", PATH, BATCH, "{}"), 422);
        ApiClient.problem(this.pipeline.send("POST", PATH, BATCH, "[" + "{},".repeat(100) + "{}]"), 422);
        JsonNode problem = ApiClient.problem(this.pipeline.send("POST", PATH, ONE, "{\"specversion\": \"0.3\"}"), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("specversion", "source", "id",
                "type");
        String half = "[" + event("half", "build.finished", "b", "{}") + ", {\"specversion\": \"1.0\"}]";
        assertThat(ApiClient.problem(this.pipeline.send("POST", PATH, BATCH, half), 422)
            .path("errors")
            .path(0)
            .path("field")
            .asText()).isEqualTo("[1].source");
        assertThat(new Visitor(this.port).signIn("auditor").page("/administration/events").text())
            .doesNotContain(this.source);
    }

    @Test
    void areSignedWhereASecretIsSet() {
        this.source = SIGNED;
        String key = building();
        String event = artifact(UUID.randomUUID().toString(), key, "shop",
                "\"commit\": \"4f2a91c\", \"committedAt\": \"2026-01-02T03:04:05Z\"");
        ApiClient stranger = ApiClient.stranger(this.port);
        String now = Long.toString(this.clock.instant().getEpochSecond());
        String old = Long.toString(this.clock.instant().getEpochSecond() - 600);
        ApiClient.problem(post(stranger, event, "1", now, signature("1", old, event)), 401);
        ApiClient.problem(post(stranger, event, "1", old, signature("1", old, event)), 401);
        ApiClient.problem(this.pipeline.send("POST", PATH, ONE, event), 401);
        HttpResponse<String> taken = post(stranger, event, "1", now, signature("1", now, event));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(state(ApiClient.json(taken))).isEqualTo("DONE");
        JsonNode units = ApiClient.json(this.pipeline.get("/api/v1/releases/" + key + "/units")).path("units");
        assertThat(units.path(0).path("deliveredBy").asText()).isEqualTo("build-engineer");
    }

    private static HttpResponse<String> post(ApiClient client, String event, String id, String time, String signature) {
        return client.send("POST", PATH, ONE, event, "webhook-id", id, "webhook-timestamp", time, "webhook-signature",
                signature);
    }

    private static String signature(String id, String time, String body) {
        byte[] key = Base64.decodeBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return "v1," + Base64.encodeBase64String(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key)
            .hmac((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    private String building() {
        String key = this.driver.register("Built by events");
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        return key;
    }

    private String artifact(String id, String release, String name, String more) {
        String digest = DigestUtils.sha256Hex(release + name);
        return event(id, "artifact.published",
                "pkg:oci/%s@sha256%%3A%s?tag=1.4.2".formatted(name, digest.toUpperCase(Locale.ROOT)),
                "{\"release\": \"" + release + "\", " + more + "}");
    }

    private String event(String id, String kind, String subject, String custom) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "%s", "type": "dev.cdevents.%s.0.2.0",
                 "time": "2026-02-03T04:05:06Z",
                 "data": {"context": {"version": "0.4.1", "id": "%s", "source": "%s"},
                          "subject": {"id": "%s", "type": "x", "content": {}}, "customData": %s}}""".formatted(id,
                this.source, kind, id, this.source, subject, custom);
    }

    private JsonNode post(String event) {
        HttpResponse<String> answer = this.pipeline.send("POST", PATH, ONE, event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ApiClient.json(answer);
    }

    private static String state(JsonNode answer) {
        return answer.path("events").path(0).path("state").asText();
    }

}
