package io.slipway.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.file.SentFiles;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceManagement;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that come with the record of a manual test, over HTTP: all of them or nothing.
 */
@SlipwayTest
class EvidenceAttachmentTests {

    private static final String RECORD = """
            {"slipwayManualTest": 1, "title": "Counter", "steps": [{"action": "Refund", "result": "passed"}]}""";

    private static final String SAID = field("format", "manual") + field("level", "acceptance")
            + field("name", "Counter") + file(RECORD);

    private static final String NOTES = attachment("notes ü.md", "# Notes");

    private static final String LOG = attachment("run.log", "a line\n");

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomePerson somePerson;

    @Autowired
    EvidenceManagement evidence;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    ApiClient pipeline;

    String key;

    @BeforeEach
    void build() {
        this.pipeline = ApiClient.of(this.port, this.somePerson.with(Role.TEST_MANAGER));
        this.key = built();
    }

    @Test
    void areKeptWithTheRecordAndGivenBack() {
        HttpResponse<String> made = send(SAID + NOTES + LOG);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode files = ApiClient.json(made).path("attachments");
        assertThat(files).hasSize(2);
        assertThat(files.path(0).path("name").asText()).isEqualTo("notes ü.md");
        assertThat(files.path(0).path("size").asInt()).isEqualTo(7);
        assertThat(files.path(0).path("digest").asText()).isEqualTo(DigestUtils.sha256Hex("# Notes"));
        assertThat(ApiClient.json(this.pipeline.get(path())).path("evidence").path(0).path("attachments"))
            .isEqualTo(files);
        String address = files.path(1).path("address").asText();
        assertThat(address).isEqualTo(made.headers().firstValue("Location").orElseThrow() + "/attachments/2");
        HttpResponse<String> log = ApiClient.of(this.port, "auditor").get(address);
        assertThat(log.body()).isEqualTo("a line\n");
        assertThat(log.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(log.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(log.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"run.log\"");
        ApiClient.problem(this.pipeline.get(address.replace("/attachments/2", "/attachments/3")), 404);
        ApiClient.problem(this.pipeline.get(address.replace(this.key, built())), 404);
        ApiClient.problem(ApiClient.stranger(this.port).get(address), 401);
        assertThat(this.jdbc.sql("select new_values from audit_entries where release_key = ? and action = ?")
            .params(this.key, "evidence.delivered")
            .query(String.class)
            .single()).contains(DigestUtils.sha256Hex("# Notes"));
    }

    @Test
    void makeARecordAnotherOne() {
        assertThat(send(SAID).statusCode()).isEqualTo(201);
        assertThat(send(SAID + NOTES + LOG).statusCode()).isEqualTo(201);
        assertThat(send(SAID + LOG + NOTES).statusCode()).as("the same in another order").isEqualTo(200);
        assertThat(send(SAID + NOTES).statusCode()).isEqualTo(201);
        assertThat(send(SAID + attachment("notes ü.md", "# Other")).statusCode()).isEqualTo(201);
        assertThat(send(SAID + attachment("other.md", "# Notes")).statusCode()).isEqualTo(201);
        assertThat(send(SAID).statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(this.pipeline.get(path())).path("evidence").findValuesAsText("standing"))
            .containsExactly("counts", "superseded", "superseded", "superseded", "superseded");
        assertThat(orphans()).isZero();
    }

    @Test
    void areRefusedWithTheRecord() {
        String junit = field("format", "junit") + field("level", "system")
                + file("<testsuite name='a'><testcase name='b'/></testsuite>");
        assertRefused(junit + LOG, "attachment", "done by hand");
        assertRefused(SAID + many(11), "attachment", "At most 10 files");
        assertRefused(SAID + NOTES + attachment("screen.png", "no picture"), "attachment", "screen.png");
        assertRefused(SAID + NOTES + attachment("empty.txt", ""), "attachment", "empty.txt");
        assertRefused(SAID + attachment("run.exe", "MZ"), "attachment", "run.exe");
        assertRefused(SAID + LOG + attachment("RUN.log", "b"), "attachment", "RUN.log");
        assertRefused(SAID + attachment("n".repeat(120) + ".log", "b"), "attachment", "120");
        assertRefused(SAID + field("attachment", "b"), "attachment", "Choose a file");
        assertRefused(NOTES + SAID, "attachment", "after the report");
        assertRefused(SAID + NOTES + field("source", "late"), "file", "Behind the report");
        assertRefused(SAID + NOTES + file(RECORD), "file", "Behind the report");
        assertRefused(SAID + attachment("a\u0000.log", "b"), "file", "malformed");
        String large = attachment("large.log", "a".repeat(EvidenceManagement.MOST_ATTACHMENT_MIB * 1024 * 1024 + 1));
        assertRefused(SAID + large, "attachment", "larger than 20 MiB");
        JsonNode cut = ApiClient.problem(this.pipeline.send("POST", path(), "multipart/form-data; boundary=part",
                SAID + NOTES.substring(0, NOTES.length() - 4)), 422);
        assertThat(cut.path("errors").path(0).path("field").asText()).isEqualTo("file");
        for (String person : List.of("auditor", "release-manager")) {
            ApiClient.problem(send(ApiClient.of(this.port, person), SAID + NOTES), 403);
        }
        assertThat(ApiClient.json(this.pipeline.get(path())).path("evidence")).isEmpty();
        assertThat(orphans()).isZero();
        assertThat(send(SAID + many(10)).statusCode()).isEqualTo(201);
    }

    @Test
    void areNotKeptForAPackageThatBecameAnother() {
        Iterator<String> names = List.of("first.md", "second.md").iterator();
        SentFiles sent = () -> {
            if (!names.hasNext()) {
                this.driver.complete("build-engineer", this.key, "deliver-units", "add-unit", "name", "ledger",
                        "version", "2.0", "artifact", "https://artifacts.example.com/ledger-2.0.tar.gz", "digest",
                        "ab".repeat(32), "commit", "4f2a91c", "committedAt", "2026-11-20T10:00");
                return null;
            }
            return new SentFiles.Sent(names.next(), bytes("# Notes"));
        };
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("test-manager", () -> deliver(sent)))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("validation.evidence.package.changed"));
        assertThat(ApiClient.json(this.pipeline.get(path())).path("evidence")).isEmpty();
        assertThat(orphans()).isZero();
    }

    private EvidenceManagement.Delivered deliver(SentFiles sent) {
        try {
            return this.evidence.deliver(this.key,
                    new EvidenceDelivery("manual", "acceptance", "Counter", "", "", "", "", ""), bytes(RECORD), sent);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void assertRefused(String parts, String field, String reason) {
        JsonNode problem = ApiClient.problem(send(parts), 422);
        assertThat(problem.path("errors").path(0).path("field").asText()).as(reason).isEqualTo(field);
        assertThat(problem.path("detail").asText()).contains(reason);
    }

    /** Files to which nothing refers. */
    private long orphans() {
        return this.jdbc.sql("""
                select count(*) from files f
                 where not exists (select 1 from release_documents d where d.file_id = f.id)
                   and not exists (select 1 from evidence_attachments a where a.file_id = f.id)""")
            .query(Long.class)
            .single();
    }

    private String built() {
        String release = this.driver.register("Tested by hand");
        this.driver.plan(release);
        this.driver.deliverUnit(release);
        return release;
    }

    private HttpResponse<String> send(String parts) {
        return send(this.pipeline, parts);
    }

    private HttpResponse<String> send(ApiClient client, String parts) {
        return client.send("POST", path(), "multipart/form-data; boundary=part", parts + "--part--\r\n");
    }

    private String path() {
        return "/api/v1/releases/" + this.key + "/evidence";
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String many(int number) {
        return IntStream.range(0, number)
            .mapToObj((index) -> attachment(index + ".txt", "text"))
            .collect(Collectors.joining());
    }

    private static String field(String name, String value) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String content) {
        return part("file", "record.json", content);
    }

    private static String attachment(String name, String content) {
        return part("attachment", name, content);
    }

    private static String part(String field, String name, String content) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n";
    }

}
