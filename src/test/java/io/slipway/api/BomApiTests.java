package io.slipway.api;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Acting;
import io.slipway.identity.Duty;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.input.InvalidInputException;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.WorkItemActs;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Pipelines deliver what units are made of; gates and later releases look at it.
 */
@SlipwayTest
class BomApiTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    @Autowired
    BomManagement boms;

    @Autowired
    SeparationOfDuties duties;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("bomRenewal")
    ApplicationRunner renewal;

    String builder;

    ApiClient pipeline;

    String key;

    @BeforeEach
    void register() {
        this.builder = this.somePerson.with(Role.BUILD_ENGINEER);
        this.pipeline = ApiClient.bearer(this.port, this.tokens.of(this.builder, Role.BUILD_ENGINEER));
        this.key = this.driver.register("Of known parts");
    }

    @Test
    void areForThoseWhoBuildWhileItIsBuilt() {
        String before = put("1").path("status").asText();
        assertThat(before).isEqualTo("409");
        String bom = building(this.key, "shop");
        for (String person : List.of("auditor", "administrator", "test-manager", "deployment-manager")) {
            ApiClient.problem(put(ApiClient.of(this.port, person), bom, bom("core", "1", "MIT")), 403);
        }
        ApiClient.problem(put(ApiClient.stranger(this.port), bom, bom("core", "1", "MIT")), 401);
        String reading = this.tokens.of(this.builder, false, List.of(), List.of(), Role.BUILD_ENGINEER);
        ApiClient.problem(put(ApiClient.bearer(this.port, reading), bom, bom("core", "1", "MIT")), 403);
        ApiClient.problem(this.pipeline.get(bom), 404);
        ApiClient.problem(put(this.pipeline, bom.replaceAll("\\d+/bom", "999999999/bom"), bom("core", "1", "MIT")),
                404);

        this.acting.as("build-engineer", () -> this.acts.claim(this.driver.await(this.key, "deliver-units").id()));
        assertThat(ApiClient.problem(put(this.pipeline, bom, bom("core", "1", "MIT")), 403).path("reason").asText())
            .contains("build-engineer");
        assertThat(put(ApiClient.of(this.port, "release-manager"), bom, bom("core", "1", "MIT")).statusCode())
            .isEqualTo(201);
        assertThat(this.duties.hasPerformed(this.key, Duty.BUILD_PACKAGE, "release-manager")).isTrue();
    }

    @Test
    void areKeptOnceAndTakeThePlaceOfTheFormer() {
        String bom = building(this.key, "shop");
        String components = IntStream.range(0, 30)
            .mapToObj((i) -> component("part-%02d".formatted(i), "1", (i == 7) ? "" : "MIT"))
            .collect(Collectors.joining(","));
        String file = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + components + "]}";
        assertThat(put(this.pipeline, bom, file).statusCode()).isEqualTo(201);
        assertThat(put(this.pipeline, bom, file).statusCode()).isEqualTo(200);
        JsonNode read = ApiClient.json(this.pipeline.get(bom));
        assertThat(read.path("components").asInt()).isEqualTo(30);
        assertThat(read.path("unlicensed").asInt()).isEqualTo(1);
        assertThat(read.path("deliveredBy").asText()).isEqualTo(this.builder);
        assertThat(read.path("fileDigest").asText()).isEqualTo(DigestUtils.sha256Hex(file));
        JsonNode page = ApiClient.json(this.pipeline.get(bom + "/components"));
        assertThat(page.path("components")).hasSize(25);
        JsonNode rest = ApiClient.json(this.pipeline.get(bom + "/components?from=" + page.path("next").asText()));
        assertThat(rest.path("components").findValuesAsText("name")).containsExactly("part-25", "part-26", "part-27",
                "part-28", "part-29");
        String former = bom.replace("/bom", "/bill-of-materials");
        assertThat(this.pipeline.get(former).body()).isEqualTo(this.pipeline.get(bom).body());
        assertThat(put(this.pipeline, former, file).statusCode()).isEqualTo(200);
        HttpResponse<String> original = this.pipeline.get(bom + "/original");
        assertThat(original.body()).isEqualTo(file);
        assertThat(original.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        HttpResponse<String> other = this.pipeline.send("PUT", bom, "application/vnd.cyclonedx+xml",
                "<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\" version=\"1\"><components>"
                        + "<component type=\"library\"><name>alpha</name><version>1</version></component></components></bom>");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(ApiClient.json(this.pipeline.get(bom)).path("format").asText()).isEqualTo("XML");
        assertThat(ApiClient.json(this.pipeline.get(bom + "/differences")).path("formerRelease").isNull()).isTrue();
        assertThat(this.jdbc
            .sql("select count(*) from audit_entries where release_key = ? and action = 'unit.bill-delivered'")
            .param(this.key)
            .query(Integer.class)
            .single()).isEqualTo(2);
    }

    @Test
    void areRefusedWhereTheyAreNone() {
        String bom = building(this.key, "shop");
        for (String body : List.of("{}", "[1]", "{\"bomFormat\": ", "plain")) {
            assertThat(ApiClient.problem(put(this.pipeline, bom, body), 422).path("errors").findValuesAsText("field"))
                .containsExactly("file");
        }
        ApiClient.problem(this.pipeline.send("PUT", bom, "application/xml",
                "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bom>&x;</bom>"), 422);
        ApiClient.problem(this.pipeline.send("PUT", bom, "text/plain", "x"), 415);
        ApiClient.problem(put(this.pipeline, bom, " ".repeat(5 * 1024 * 1024 + 1)), 413);
        ApiClient.problem(this.pipeline.get(bom), 404);
    }

    @Test
    void areFrozenOnceThePackageIsAssembled() {
        String bom = building(this.key, "shop");
        put(this.pipeline, bom, bom("core", "1", "MIT"));
        assemble(this.key);
        assertThat(ApiClient.problem(put(this.pipeline, bom, bom("core", "2", "MIT")), 409).path("detail").asText())
            .contains("build phase");
        long unit = Long.parseLong(bom.replaceAll(".*/units/(\\d+)/.*", "$1"));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(this.builder, () -> this.boms.deliver(this.key, unit, new byte[1])))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("release.package.frozen"));

        String later = this.driver.register("Of the same artifact");
        String shared = building(later, "shop", this.key + "shop");
        assertThat(put(this.pipeline, shared, bom("core", "1", "MIT")).statusCode()).isEqualTo(200);
        assertThat(ApiClient.problem(put(this.pipeline, shared, bom("core", "2", "MIT")), 422).path("detail").asText())
            .contains(this.key);
    }

    @Test
    void areFactsOfTheGates() {
        String bom = building(this.key, "shop");
        building(this.key, "till");
        assertThat(fact("sbom.missing").path("value").asInt()).isEqualTo(2);
        assertThat(fact("sbom.licences.forbidden").path("verdict").asText()).isEqualToIgnoringCase("missing");
        put(this.pipeline, bom, bom("core", "1", "AGPL-3.0-only"));
        assertThat(fact("sbom.missing").path("value").asInt()).isEqualTo(1);
        assertThat(fact("sbom.licences.forbidden").path("value").asInt()).isEqualTo(1);
        assertThat(fact("sbom.licences.forbidden").path("verdict").asText()).isEqualToIgnoringCase("fail");
        assertThat(fact("sbom.licences.forbidden").path("stops").asBoolean()).isTrue();
        put(this.pipeline, bom, bom("core", "1", "AGPL-3.0-only OR MIT"));
        assertThat(fact("sbom.licences.forbidden").path("verdict").asText()).isEqualToIgnoringCase("pass");
    }

    @Test
    void keepAGateShutWhileTheyAreNotUnderstood() {
        String bom = building(this.key, "shop");
        put(this.pipeline, bom, bom("core", "1", "MIT, ISC"));
        JsonNode unknown = fact("sbom.licences.forbidden");
        assertThat(unknown.path("verdict").asText()).isEqualTo("unknown");
        assertThat(unknown.path("stops").asBoolean()).isTrue();
        assertThat(unknown.path("doubt").asText()).contains("one component", "MIT, ISC");
        assertThat(ApiClient.json(this.pipeline.get(bom)).path("unclear").asInt()).isEqualTo(1);

        put(this.pipeline, bom, bom("core", "1", "MIT").replace("\"components\"", "\"x\""));
        assertThat(fact("sbom.licences.forbidden").path("doubt").asText()).contains("no list of components");

        HttpResponse<String> empty = put(this.pipeline, bom,
                "\uFEFF{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[]}");
        assertThat(ApiClient.json(empty).path("components").asInt()).isZero();
        assertThat(fact("sbom.licences.forbidden").path("verdict").asText()).isEqualTo("pass");
    }

    @Test
    void areReadAgainIfTheyWereReadBeforeAllLicencesWereKept() throws Exception {
        String bom = building(this.key, "shop");
        put(this.pipeline, bom, bom("core", "1", "AGPL-3.0-only"));
        String digest = ApiClient.json(this.pipeline.get(bom)).path("digest").asText();
        this.jdbc.sql("""
                update bills_of_materials set components_listed = null, licences = '{"MIT": 1}'
                 where unit_digest = ?""").param(digest).update();
        assertThat(fact("sbom.licences.forbidden").path("verdict").asText()).isEqualTo("unknown");
        this.renewal.run(new DefaultApplicationArguments());
        assertThat(fact("sbom.licences.forbidden").path("value").asInt()).isEqualTo(1);
        assertThat(ApiClient.json(this.pipeline.get(bom + "/components")).path("components")).hasSize(1);
    }

    @Test
    void tellWhatChangedSinceTheFormerRelease() {
        String first = building(this.key, "shop");
        put(this.pipeline, first, bom("core", "1.9", "MIT"));
        assemble(this.key);
        this.driver.validate(this.key);
        this.driver.authorise(this.key);
        this.driver.deploy(this.key);
        this.driver.await(this.key, "watch-release");
        String next = this.driver.register("Of newer parts");
        String second = building(next, "shop", next, ReleaseDriver.service(this.key));
        put(this.pipeline, second, bom("core", "1.10", "MIT"));
        JsonNode difference = ApiClient.json(this.pipeline.get(second + "/differences"));
        assertThat(difference.path("formerRelease").asText()).isEqualTo(this.key);
        assertThat(difference.path("first").path(0).path("kind").asText()).isEqualTo("UPGRADED");
        assertThat(difference.path("first").path(0).path("before").asText()).isEqualTo("1.9");
    }

    private String building(String release, String unit) {
        return building(release, unit, release + unit);
    }

    private String building(String release, String unit, String artifact) {
        return building(release, unit, artifact, ReleaseDriver.service(release));
    }

    /** Brings a release to its build if it is not there, and delivers a unit. */
    private String building(String release, String unit, String artifact, String service) {
        if (this.pipeline.get("/api/v1/releases/" + release).body().contains("\"PLAN\"")) {
            this.driver.completePlan(release, service);
            this.driver.approvePlan(release, "stakeholder");
            this.driver.approvePlan(release, "stakeholder-2");
            this.driver.await(release, "deliver-units");
        }
        HttpResponse<String> made = this.pipeline.post("/api/v1/releases/" + release + "/units", """
                {"name": "%s", "version": "1.4.0", "artifact": "pkg:oci/x@1.4.0", "digest": "%s", "commit": "4f2a91c",
                 "committedAt": "2026-01-02T03:04:05Z"}""".formatted(unit, DigestUtils.sha256Hex(artifact)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow() + "/bom";
    }

    private void assemble(String release) {
        HttpResponse<String> done = this.pipeline.post("/api/v1/releases/" + release + "/package",
                "{\"documentation\": \"https://docs.example.com/x\", \"scripts\": \"https://git.example.com/x\"}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(202);
        this.driver.await(release, "assess-test-results");
    }

    private JsonNode put(String unit) {
        return ApiClient.problem(
                put(this.pipeline, "/api/v1/releases/" + this.key + "/units/" + unit + "/bom", bom("core", "1", "MIT")),
                409);
    }

    private static HttpResponse<String> put(ApiClient client, String path, String body) {
        return client.send("PUT", path, "application/json", body);
    }

    private JsonNode fact(String name) {
        for (JsonNode gate : ApiClient.json(this.pipeline.get("/api/v1/releases/" + this.key + "/gates"))
            .path("gates")) {
            if (gate.path("fact").asText().equals(name)) {
                return gate;
            }
        }
        throw new AssertionError("No gate for " + name);
    }

    private static String bom(String name, String version, String licence) {
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":["
                + component(name, version, licence) + "]}";
    }

    private static String component(String name, String version, String licence) {
        String licences = licence.isEmpty() ? "" : ",\"licenses\":[{\"expression\":\"" + licence + "\"}]";
        return "{\"type\":\"library\",\"name\":\"" + name + "\",\"version\":\"" + version + "\"" + licences + "}";
    }

}
