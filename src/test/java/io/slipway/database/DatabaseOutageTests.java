package io.slipway.database;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

import io.slipway.SlipwayApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole portal whose database goes away and comes back under it.
 */
class DatabaseOutageTests {

    private static final Path DIRECTORY = Path.of("target/mariadb-outage");

    private static EmbeddedMariaDb server;

    private static ConfigurableApplicationContext portal;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        FileSystemUtils.deleteRecursively(DIRECTORY.resolve("data"));
        server = EmbeddedMariaDb.start(DIRECTORY, false);
        portal = new SpringApplicationBuilder(SlipwayApplication.class).profiles("test")
            .run("--server.port=0", "--spring.datasource.hikari.connection-timeout=1000",
                    "--spring.datasource.url=" + server.url("slipway"),
                    "--spring.datasource.username=" + EmbeddedMariaDb.USER);
    }

    @AfterAll
    static void stop() {
        portal.close();
        server.close();
    }

    @Test
    void answers503DuringAnOutageAndGoesOnAfterIt() throws IOException, InterruptedException {
        HttpResponse<String> before = get("/", "text/html");
        assertThat(before.statusCode()).isEqualTo(302);
        assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(200);

        server.close();
        HttpResponse<String> page = get("/", "text/html");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(page.headers().firstValue("Content-Type"))
            .hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("Slipway is interrupted", "/css/theme.css")
            .doesNotContain("style=", "Exception", "??");
        HttpResponse<String> problem = get("/api/releases", "*/*");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Content-Type"))
            .hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem.body()).contains("\"status\":503");
        assertThat(get("/css/theme.css", "*/*").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness", "*/*").statusCode()).isEqualTo(200);

        server = EmbeddedMariaDb.start(new DatabaseProperties(DIRECTORY, null, false), server.port(), List.of());
        Awaitility.await().untilAsserted(() -> {
            assertThat(get("/", "text/html").statusCode()).isEqualTo(302);
            assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(200);
        });
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        String port = portal.getEnvironment().getRequiredProperty("local.server.port");
        return this.http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", accept)
            .header("Cookie", "SESSION=MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw")
            .build(), BodyHandlers.ofString());
    }

}
