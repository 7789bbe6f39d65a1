package io.slipway.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.test.Patience;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shell script that pipelines copy takes a release through its build, against the
 * running portal.
 */
@SlipwayTest
class PipelineScriptTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    @Autowired
    RecordedActions recorded;

    @TempDir
    Path folder;

    final Map<String, String> more = new HashMap<>();

    @Test
    void takesAReleaseThroughItsBuild() throws Exception {
        String key = this.driver.register("Built by the script");
        String token = this.tokens.of(this.somePerson.with(Role.BUILD_ENGINEER), Role.BUILD_ENGINEER);
        this.driver.plan(key);
        Path artifact = Files.writeString(this.folder.resolve("shop.jar"), "Shop for " + key);
        this.more.put("BOM", Files.writeString(this.folder.resolve("shop.cdx.json"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library",
                 "name": "spring-core", "version": "6.2.1", "licenses": [{"license": {"id": "Apache-2.0"}}]}]}""")
            .toString());
        this.more.put("DOCUMENT", Files.writeString(this.folder.resolve("notes & more.md"), "# Notes").toString());
        String told = run(token, 0, key, "shop", "1.4.2", artifact.toString(), "pkg:maven/com.example/shop@1.4.2");
        assertThat(told).contains("Delivered shop 1.4.2", "Delivered the bill of materials", "Uploaded notes & more.md",
                "Delivered the package", "Delivered the test results", "\"tests.run\"", key + " is being tested",
                "\"allowed\":false");
        ApiClient tool = ApiClient.bearer(this.port, token);
        assertThat(ApiClient.json(tool.get("/api/v1/releases/" + key + "/units"))
            .path("units")
            .path(0)
            .path("digest")
            .asText()).isEqualTo(DigestUtils.sha256Hex("Shop for " + key));
        String unit = ApiClient.json(tool.get("/api/v1/releases/" + key + "/units"))
            .path("units")
            .path(0)
            .path("id")
            .asText();
        assertThat(tool.get("/api/v1/releases/" + key + "/units/" + unit + "/bom/components").body())
            .contains("spring-core");
        JsonNode release = ApiClient.json(tool.get("/api/v1/releases/" + key + "/documents"));
        assertThat(release.findValuesAsText("name")).containsExactly("notes & more.md");
        assertThat(this.recorded.of(key)).contains("unit.delivered", "package.assembled", "evidence.delivered",
                "event.received");
    }

    @Test
    void endsWithWhatThePortalSays() throws Exception {
        Path artifact = Files.writeString(this.folder.resolve("shop.jar"), "Shop");
        String token = this.tokens.of(this.somePerson.with(Role.BUILD_ENGINEER), Role.BUILD_ENGINEER);
        assertThat(run(token, 1, "NO-SUCH-1", "shop", "1", artifact.toString(), "pkg:maven/x/y@1")).contains("404");
        assertThat(run("slw_wrong", 1, "NO-SUCH-1", "shop", "1", artifact.toString(), "pkg:maven/x/y@1"))
            .contains("There is no such token");
        assertThat(run(token, 64)).contains("release.sh <release>");
    }

    private String run(String token, int exit, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = "bash";
        command[1] = Path.of("src/docs/pipelines/release.sh").toAbsolutePath().toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true).directory(this.folder.toFile());
        script.environment()
            .putAll(Map.of("SLIPWAY", "http://localhost:" + this.port, "SLIPWAY_TOKEN", token, "COMMIT", "4f2a91c",
                    "COMMITTED_AT", "2026-01-02T03:04:05Z", "DOCUMENTATION", "https://docs.example.com/shop", "SCRIPTS",
                    "https://git.example.com/shop", "PAUSE", "0.2", "ATTEMPTS", "100", "NO_PROXY", "localhost"));
        Path tests = Files.writeString(this.folder.resolve("TEST-shop.xml"),
                "<testsuite name='Shop'><testcase name='sells'/></testsuite>");
        script.environment().put("TESTS", tests.toString());
        script.environment().putAll(this.more);
        Process process = script.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).as(told).isTrue();
        assertThat(process.exitValue()).as(told).isEqualTo(exit);
        return told;
    }

}
