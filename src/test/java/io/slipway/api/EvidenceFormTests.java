package io.slipway.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Evidence within a form, as {@code curl --form} sends it: read as it arrives, with the
 * same rules and the same limit as a plain body.
 */
@SlipwayTest
class EvidenceFormTests {

    private static final String REPORT = "<testsuite name='Refunds'><testcase name='a'/><testcase name='b'/></testsuite>";

    private static final String SAID = field("format", "junit") + field("level", "system")
            + field("name", "Refunds of ü") + field("environment", "staging");

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomePerson somePerson;

    ApiClient pipeline;

    String key;

    @BeforeEach
    void build() {
        this.pipeline = ApiClient.of(this.port, this.somePerson.with(Role.BUILD_ENGINEER));
        this.key = this.driver.register("Tested within a form");
        this.driver.plan(this.key);
        this.driver.deliverUnit(this.key);
    }

    @Test
    void letsOnlyThoseDeliverWhoMay() {
        ApiClient.problem(send(ApiClient.stranger(this.port), "", SAID + file(REPORT)), 401);
        for (String person : List.of("release-manager", "auditor", "administrator")) {
            ApiClient.problem(send(ApiClient.of(this.port, person), "", SAID + file(REPORT)), 403);
        }
        assertThat(list()).isEmpty();
        assertThat(send(ApiClient.of(this.port, "test-manager"), "", SAID + file(REPORT)).statusCode()).isEqualTo(201);
    }

    @Test
    void keepsTheReportAndWhatItsFieldsSay() {
        HttpResponse<String> made = send(this.pipeline, "?name=Other&source=https://ci.example.com/7%2B",
                SAID + file(REPORT));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode one = ApiClient.json(made);
        assertThat(one.path("name").asText()).isEqualTo("Refunds of ü");
        assertThat(one.path("environment").asText()).isEqualTo("staging");
        assertThat(one.path("source").asText()).isEqualTo("https://ci.example.com/7+");
        assertThat(one.path("tests").path("total").asInt()).isEqualTo(2);
        assertThat(one.path("size").asInt()).isEqualTo(REPORT.length());
        assertThat(this.pipeline.get(made.headers().firstValue("Location").orElseThrow() + "/original").body())
            .isEqualTo(REPORT);
        HttpResponse<String> raw = this.pipeline.send("POST",
                path() + "?format=junit&level=system&name=Refunds+of+%C3%BC&environment=staging", "application/xml",
                REPORT);
        assertThat(raw.statusCode()).as("the same, raw").isEqualTo(200);
    }

    @Test
    void namesTheFieldAtFault() {
        assertThat(fault(SAID)).isEqualTo("file");
        assertThat(fault(field("colour", "red") + SAID + file(REPORT))).isEqualTo("colour");
        assertThat(fault(field("name", "n".repeat(5000)) + SAID + file(REPORT))).isEqualTo("name");
        assertThat(fault(field("format", "toml") + field("level", "unit") + file(REPORT))).isEqualTo("format");
        assertThat(fault(SAID + file(REPORT) + field("source", "late"))).isEqualTo("file");
        assertThat(fault(SAID + file("<testsuite>"))).isEqualTo("report");
        assertThat(fault(field("name", "n").repeat(40) + SAID + file(REPORT))).isEqualTo("file");
        for (String broken : List.of("", "--part", SAID,
                SAID + "--part\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n<a", SAID + file(REPORT))) {
            assertThat(fault(broken, false)).as(broken).isIn("file", "report");
        }
        ApiClient.problem(this.pipeline.send("POST", path(), "multipart/form-data", SAID + file(REPORT)), 422);
        ApiClient.problem(this.pipeline.send("POST", path(), "multipart/mixed; boundary=part", REPORT), 415);
        assertThat(list()).isEmpty();
    }

    @Test
    void takesMoreThanOtherFormsMaySend() {
        String large = REPORT.replace("</testsuite>",
                "<system-out>" + "a line of output\n".repeat(600_000) + "</system-out></testsuite>");
        HttpResponse<String> answer = this.pipeline.stream("POST", path(), "multipart/form-data; boundary=part",
                (SAID + file(large) + "--part--\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(ApiClient.json(answer).path("size").asInt()).isEqualTo(large.length());
    }

    @Test
    void refusesWhatIsTooLargeBeforeItIsSent() throws IOException {
        for (String type : List.of("application/xml", "multipart/form-data; boundary=part")) {
            assertThat(announce(type, 251L * 1024 * 1024)).contains(" 413 ");
        }
    }

    @Test
    void isDoneOnceWhateverTheBoundary() {
        String once = UUID.randomUUID().toString();
        HttpResponse<String> first = send(once, "part", REPORT);
        HttpResponse<String> again = send(once, "another-part", REPORT);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        ApiClient.problem(send(once, "part", REPORT.replace("'b'", "'c'")), 422);
        assertThat(list()).hasSize(1);
    }

    private HttpResponse<String> send(String once, String boundary, String report) {
        String body = (SAID + file(report) + "--part--\r\n").replace("--part", "--" + boundary);
        return this.pipeline.send("POST", path(), "multipart/form-data; boundary=" + boundary, body, "Idempotency-Key",
                once);
    }

    private HttpResponse<String> send(ApiClient client, String query, String parts) {
        return client.send("POST", path() + query, "multipart/form-data; boundary=part", parts + "--part--\r\n");
    }

    private String fault(String parts) {
        return fault(parts, true);
    }

    private String fault(String parts, boolean whole) {
        HttpResponse<String> answer = whole ? send(this.pipeline, "", parts)
                : this.pipeline.send("POST", path(), "multipart/form-data; boundary=part", parts);
        JsonNode problem = ApiClient.problem(answer, 422);
        assertThat(problem.path("detail").asText()).doesNotContain("api.evidence");
        return problem.path("errors").path(0).path("field").asText();
    }

    /** Says how long the body will be, and sends none of it. */
    private String announce(String type, long length) throws IOException {
        String person = Base64.getEncoder()
            .encodeToString("build-engineer:slipway-demo".getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("localhost", this.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                .write(("POST " + path() + "?format=junit&level=unit HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Basic " + person + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(60), StandardCharsets.US_ASCII);
        }
    }

    private JsonNode list() {
        return ApiClient.json(this.pipeline.get(path())).path("evidence");
    }

    private String path() {
        return "/api/v1/releases/" + this.key + "/evidence";
    }

    private static String field(String name, String value) {
        return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String content) {
        return "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"TEST-all.xml\"\r\n"
                + "Content-Type: application/xml\r\n\r\n" + content + "\r\n";
    }

}
