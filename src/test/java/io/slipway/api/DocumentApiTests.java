package io.slipway.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.change.ChangeDigest;
import io.slipway.identity.Acting;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.input.InvalidInputException;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.document.DocumentManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Documents and scripts come with the package, in and out as streams.
 */
@SlipwayTest
class DocumentApiTests {

    private static final String TYPE = "application/octet-stream";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    @Autowired
    DocumentManagement documents;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PackageManagement packages;

    @Autowired
    CurrentPlans current;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    String builder;

    ApiClient pipeline;

    String key;

    String path;

    @BeforeEach
    void register() {
        this.builder = this.somePerson.with(Role.BUILD_ENGINEER, Role.TEST_MANAGER);
        this.pipeline = ApiClient.bearer(this.port, this.tokens.of(this.builder, Role.BUILD_ENGINEER));
        this.key = this.driver.register("With papers");
        this.path = "/api/v1/releases/" + this.key + "/documents";
    }

    @Test
    void areForThoseWhoBuildWhileItIsBuilt() {
        ApiClient.problem(add(this.pipeline, "notes.md", "documentation", "# Notes"), 409);
        building();
        for (String person : List.of("auditor", "administrator", "test-manager", "deployment-manager")) {
            ApiClient.problem(add(ApiClient.of(this.port, person), "notes.md", "documentation", "# Notes"), 403);
        }
        ApiClient.problem(add(ApiClient.stranger(this.port), "notes.md", "documentation", "# Notes"), 401);
        String made = add(ApiClient.of(this.port, "release-manager"), "notes.md", "documentation", "# Notes").headers()
            .firstValue("Location")
            .orElseThrow();
        ApiClient.problem(ApiClient.of(this.port, "auditor").delete(made), 403);
        assertThat(ApiClient.of(this.port, "auditor").get(made + "/content").body()).isEqualTo("# Notes");
        ApiClient.problem(this.pipeline.get(this.path + "/999999999"), 404);
        ApiClient.problem(this.pipeline.delete(this.path + "/999999999"), 404);
    }

    @Test
    void areRefusedAtTheFieldThatIsAtFault() {
        building();
        assertThat(fields(add(this.pipeline, "", "poem", "x"))).containsExactlyInAnyOrder("kind", "file");
        assertThat(fields(add(this.pipeline, "run.exe", "scripts", "x"))).containsExactly("file");
        assertThat(fields(add(this.pipeline, "n".repeat(121) + ".md", "scripts", "x"))).containsExactly("file");
        assertThat(fields(add(this.pipeline, "notes.pdf", "scripts", "plain"))).containsExactly("file");
        assertThat(fields(add(this.pipeline, "run.sh", "scripts", "a\u0000b"))).containsExactly("file");
        assertThat(fields(add(this.pipeline, "run.sh", "scripts", ""))).containsExactly("file");
        ApiClient.problem(this.pipeline.send("POST", this.path + "?name=a.md&kind=scripts", "text/html", "x"), 415);
        assertThat(ApiClient.json(this.pipeline.get(this.path)).path("documents")).isEmpty();
        long most = DocumentManagement.MOST_MIB * 1024L * 1024;
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(this.builder, () -> add("large.txt", new Letters(most + 1))))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("file.large"));
    }

    @Test
    void areKeptAndGivenBackAsTheyAre() throws IOException {
        building();
        HttpResponse<String> made = add(this.pipeline, "..%2F..%2Fetc%2Frun%20it.sh", "scripts", "#!/bin/sh\n");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode one = ApiClient.json(made);
        assertThat(one.path("name").asText()).isEqualTo("run it.sh");
        assertThat(one.path("digest").asText()).isEqualTo(DigestUtils.sha256Hex("#!/bin/sh\n"));
        assertThat(one.path("uploadedBy").asText()).isEqualTo(this.builder);
        String address = made.headers().firstValue("Location").orElseThrow();
        assertThat(ApiClient.json(this.pipeline.get(address))).isEqualTo(one);
        HttpResponse<String> content = this.pipeline.get(address + "/content");
        assertThat(content.body()).isEqualTo("#!/bin/sh\n");
        assertThat(content.headers().firstValue("Content-Type")).contains(TYPE);
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment")
            .contains("filename=\"run it.sh\"");

        assertThat(add(this.pipeline, "run%20it.sh", "scripts", "#!/bin/sh\n").statusCode()).isEqualTo(200);
        assertThat(fields(add(this.pipeline, "RUN%20it.sh", "scripts", "other"))).containsExactly("file");
        assertThat(fields(add(this.pipeline, "run%20it.sh", "documentation", "#!/bin/sh\n"))).containsExactly("file");

        byte[] large = new byte[3 * 256 * 1024 + 17];
        new Random(5).nextBytes(large);
        large[0] = 'P';
        large[1] = 'K';
        large[2] = 3;
        large[3] = 4;
        JsonNode archive = ApiClient
            .json(this.pipeline.stream("POST", this.path + "?name=all.zip&kind=documentation", TYPE, large));
        assertThat(archive.path("size").asInt()).isEqualTo(large.length);
        try (InputStream back = this.documents.content(this.documents.get(this.key, archive.path("id").asLong()))) {
            assertThat(DigestUtils.sha256Hex(back)).isEqualTo(archive.path("digest").asText())
                .isEqualTo(DigestUtils.sha256Hex(large));
        }
        assertThat(ApiClient.json(this.pipeline.get(this.path)).path("documents").findValuesAsText("name"))
            .containsExactly("all.zip", "run it.sh");

        ApiClient.problem(this.pipeline.delete(address, "If-Match", "\"9999\""), 412);
        long file = this.documents.get(this.key, one.path("id").asLong()).fileId();
        String tag = this.pipeline.get(this.path).headers().firstValue("ETag").orElseThrow();
        assertThat(this.pipeline.delete(address, "If-Match", tag).statusCode()).isEqualTo(204);
        ApiClient.problem(this.pipeline.get(address + "/content"), 404);
        assertThat(this.jdbc.sql(
                "select (select count(*) from file_pieces where file_id = ?) + (select count(*) from files where id = ?)")
            .params(file, file)
            .query(Integer.class)
            .single()).isZero();
        assertThat(this.jdbc.sql("select action from audit_entries where release_key = ? order by sequence")
            .param(this.key)
            .query(String.class)
            .list()).containsSubsequence("document.added", "document.added", "document.removed");
    }

    @Test
    void takeThePlaceOfAddressesAndAreFrozenWithThePackage() {
        building();
        this.pipeline.post("/api/v1/releases/" + this.key + "/units", """
                {"name": "shop", "version": "1.4.0", "artifact": "pkg:oci/x@1.4.0", "digest": "%s", "commit": "4f2a91c",
                 "committedAt": "2026-01-02T03:04:05Z"}""".formatted(DigestUtils.sha256Hex(this.key)));
        String notes = add(this.pipeline, "notes.md", "documentation", "# Notes").headers()
            .firstValue("Location")
            .orElseThrow();
        String before = digest();
        String address = "/api/v1/releases/" + this.key + "/package";
        assertThat(fields(this.pipeline.post(address, "{}"))).containsExactly("scripts");
        add(this.pipeline, "run.sh", "scripts", "#!/bin/sh\n");
        assertThat(digest()).isNotEqualTo(before);
        HttpResponse<String> done = this.pipeline.post(address, "{}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(202);
        this.driver.await(this.key, "assess-test-results");
        ApiClient.problem(add(this.pipeline, "late.md", "documentation", "x"), 409);
        ApiClient.problem(this.pipeline.delete(notes), 409);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(this.builder, () -> add("late.md", new Letters(1))))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("release.package.frozen"));
    }

    @Test
    void makeWhoeverUploadedThemABuilder() {
        building();
        String other = this.somePerson.with(Role.RELEASE_MANAGER, Role.TEST_MANAGER);
        this.acting.as(other, () -> add("notes.md", new Letters(1)));
        this.driver.deliverUnits(this.key);
        this.driver.await(this.key, "assess-test-results");
        assertThatExceptionOfType(DutyConflictException.class)
            .isThrownBy(() -> this.driver.complete(other, this.key, "assess-test-results", "pass", "critical", "0",
                    "major", "0", "minor", "0", "report", "https://tests.example.com/1", "summary", "All ran."));
    }

    private void building() {
        this.driver.plan(this.key);
        this.driver.await(this.key, "deliver-units");
    }

    private void add(String name, InputStream content) {
        try {
            this.documents.add(this.key, DocumentKind.DOCUMENTATION, name, content);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private HttpResponse<String> add(ApiClient client, String name, String kind, String content) {
        return client.send("POST", this.path + "?name=" + name + "&kind=" + kind, TYPE, content);
    }

    private static List<String> fields(HttpResponse<String> answer) {
        return ApiClient.problem(answer, 422).path("errors").findValuesAsText("field");
    }

    /** So many times the letter a. */
    private static final class Letters extends InputStream {

        private long left;

        Letters(long number) {
            this.left = number;
        }

        @Override
        public int read() {
            return (this.left-- > 0) ? 'a' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = (int) Math.min(length, this.left);
            java.util.Arrays.fill(into, offset, offset + read, (byte) 'a');
            this.left -= read;
            return (read > 0) ? read : -1;
        }

    }

    private String digest() {
        return ChangeDigest.of(this.releases.get(this.key), this.current.of(this.key), this.packages.get(this.key));
    }

}
