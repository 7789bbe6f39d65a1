package io.slipway.database;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.slipway.SlipwayApplication;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole portal whose database goes away, or takes no changes, and comes back under it.
 */
class DatabaseOutageTests {

    private static final Path DIRECTORY = Path.of("target/mariadb-outage");

    private static EmbeddedMariaDb server;

    private static ConfigurableApplicationContext portal;

    private static int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final Visitor visitor = new Visitor(port);

    @BeforeAll
    static void start() throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(DIRECTORY.resolve("data"));
        server = startServer(0);
        asRoot("create database slipway", "create user slipway@127.0.0.1 identified by 'a-password'",
                "grant all on slipway.* to slipway@127.0.0.1");
        portal = new SpringApplicationBuilder(SlipwayApplication.class).profiles("test")
            .run("--server.port=0", "--spring.datasource.hikari.connection-timeout=1000",
                    "--spring.datasource.url=jdbc:mariadb://127.0.0.1:" + server.port() + "/slipway",
                    "--spring.datasource.username=slipway", "--spring.datasource.password=a-password");
        port = Integer.parseInt(portal.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        portal.close();
        server.close();
    }

    @BeforeEach
    void listen() {
        this.log.start();
        root().addAppender(this.log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(this.log);
    }

    @Test
    void answers503DuringAnOutageAndGoesOnAfterIt() {
        this.visitor.signIn("release-manager");
        awaitReadiness(200);
        long begun = System.nanoTime();
        server.close();
        HttpResponse<String> page = this.visitor.get("/");
        assertOutage(page);
        assertThat(page.body()).contains("Slipway is interrupted", "/css/theme.css");
        assertOutage(this.visitor.post("/releases", "title", "Refunds"));
        assertProblem(this.visitor.get("/api/v1/releases", "Accept", "*/*"));
        assertThat(this.visitor.get("/css/theme.css").statusCode()).isEqualTo(200);
        awaitReadiness(503);
        assertThat(this.visitor.get("/actuator/health/liveness", "Accept", "*/*").statusCode()).isEqualTo(200);
        assertThatLogIsShort(begun);

        server = startServer(server.port());
        awaitReadiness(200);
        assertThat(this.visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void canBeReadWhileTheDatabaseTakesNoChanges() throws SQLException {
        this.visitor.signIn("release-manager");
        ReleaseDriver driver = portal.getBean(ReleaseDriver.class);
        String key = driver.register("Read only");
        WorkItem task = driver.await(key, "complete-plan");
        awaitReadiness(200);
        long begun = System.nanoTime();
        asRoot("set global read_only = 1");
        try {
            for (String path : List.of("/", "/tasks", "/tasks/" + task.id(), "/releases", "/releases/" + key,
                    "/releases/" + key + "/plan", "/releases/" + key + "/diagram", "/changes", "/calendar", "/monitor",
                    "/monitor/releases/" + key, "/configuration", "/me/tokens")) {
                assertThat(this.visitor.get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(new Visitor(port).get("/sign-in").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = this.visitor.post("/releases", "title", "Refunds");
            assertOutage(refused);
            assertThat(refused.body()).contains("Slipway can only be read");
            assertOutage(new Visitor(port).signIn("release-manager", "slipway-demo"));
            awaitReadiness(503);
            assertThat(this.visitor.get("/actuator/health/liveness", "Accept", "*/*").statusCode()).isEqualTo(200);
            assertThatLogIsShort(begun);
        }
        finally {
            asRoot("set global read_only = 0");
        }
        awaitReadiness(200);
        assertThat(this.visitor.get("/sign-in").statusCode()).isLessThan(400);
        driver.register("Written again");
    }

    /** A line every five seconds, and a few that tell of other things. */
    private void assertThatLogIsShort(long begun) {
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        List<ILoggingEvent> lines = List.copyOf(this.log.list);
        assertThat(lines).hasSizeLessThan((int) (seconds / 5) + 8);
        assertThat(lines).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
    }

    private void awaitReadiness(int status) {
        Awaitility.await()
            .untilAsserted(
                    () -> assertThat(this.visitor.get("/actuator/health/readiness", "Accept", "*/*").statusCode())
                        .isEqualTo(status));
    }

    private static void assertOutage(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(page.headers().firstValue("Content-Type"))
            .hasValueSatisfying((type) -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).doesNotContain("style=", "Exception", "??");
    }

    private static void assertProblem(HttpResponse<String> problem) {
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(problem.headers().firstValue("Content-Type"))
            .hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem.body()).contains("\"status\":503");
    }

    private static EmbeddedMariaDb startServer(int wantedPort) {
        return EmbeddedMariaDb.start(new DatabaseProperties(DIRECTORY, null, false), wantedPort,
                List.of("--skip-grant-tables=0"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static void asRoot(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(""), EmbeddedMariaDb.USER, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

}
