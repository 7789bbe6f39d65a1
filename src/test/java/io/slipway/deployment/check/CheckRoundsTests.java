package io.slipway.deployment.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.deployment.tool.FakeTool;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Checks are measured where their sources are, and whatever a source answers that is no
 * number is no data.
 */
@SlipwayTest
class CheckRoundsTests {

    private static final String VECTOR = """
            {"status":"success","data":{"resultType":"vector","result":[
             {"metric":{"job":"shop"},"value":[1764522000.123,"%s"]},{"metric":{},"value":[1764522000.123,"7"]}]}}""";

    @Autowired
    Checks checks;

    @Autowired
    CheckRounds rounds;

    @Autowired
    CheckRows rows;

    @Autowired
    MonitoringSources sources;

    @Autowired
    ToolAddresses addresses;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private FakeTool tool;

    private String release = "";

    @BeforeEach
    void stand() {
        this.clock.stop();
        this.tool = new FakeTool(this.addresses.allowed().get(0));
        this.release = this.driver.register("Measured " + UUID.randomUUID());
    }

    @AfterEach
    void close() {
        this.tool.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.999   | SUCCESS | 0.999 | the first of 2 samples
            0.5     | FAILURE | 0.5   | the first of 2 samples
            NaN     | ERROR   |       | no number: NaN
            +Inf    | ERROR   |       | no number: +Inf
            """)
    void readsTheFirstSampleOfAQuery(String value, ReadingOutcome outcome, String kept, String note) {
        this.tool.on("GET /api/v1/query", 200, VECTOR.formatted(value));
        Reading reading = measured(CheckKind.PROMETHEUS, "rate(ok[5m]) / rate(all[5m])", ">= 0.99");
        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(reading.value()).isEqualTo(kept);
        assertThat(reading.note()).isEqualTo(note);
        assertThat(this.tool.asked("GET /api/v1/query").get(0).query())
            .isEqualTo("query=rate%28ok%5B5m%5D%29%20%2F%20rate%28all%5B5m%5D%29");
        assertThat(this.tool.asked("GET /api/v1/query").get(0).headers().get("authorization")).startsWith("Basic ");
    }

    @ParameterizedTest
    @CsvSource({ "empty", "error", "html", "nothing", "large", "hang-up", "elsewhere", "missing" })
    void hasNoDataWhereTheAnswerIsNone(String fault) {
        String query = "GET /api/v1/query";
        switch (fault) {
            case "empty" ->
                this.tool.on(query, 200, "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
            case "error" -> this.tool.on(query, 400,
                    "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"invalid parameter\"}");
            case "html" -> this.tool.on(query, 200, "<html>Sign in</html>");
            case "nothing" -> this.tool.on(query, 200, "");
            case "large" ->
                this.tool.on(query, 200, "{\"status\":\"success\",\"x\":\"" + "x".repeat(2_000_000) + "\"}");
            case "hang-up" -> this.tool.hangUpOn(query);
            case "elsewhere" -> this.tool.on(query, 302, "", Map.of("Location", "http://169.254.169.254/"));
            default -> this.tool.forget(query);
        }
        Reading reading = measured(CheckKind.PROMETHEUS, "up", ">= 0");
        assertThat(reading.outcome()).isEqualTo(ReadingOutcome.ERROR);
        assertThat(reading.value()).isNull();
        assertThat(reading.note()).isNotBlank();
    }

    @Test
    void countsTheAlertsThatFire() {
        this.tool.on("GET /api/v2/alerts", 200, "[]")
            .on("GET /api/v2/alerts", 200, "[{\"labels\":{\"alertname\":\"Slow\"},\"status\":{\"state\":\"active\"}}]");
        assertThat(measured(CheckKind.ALERTS, "service=\"shop\", severity=~\"page|ticket\"", "").outcome())
            .isEqualTo(ReadingOutcome.SUCCESS);
        assertThat(this.tool.asked("GET /api/v2/alerts").get(0).query()).isEqualTo(
                "active=true&silenced=false&inhibited=false&filter=service%3D%22shop%22&filter=severity%3D%7E%22page%7Cticket%22");
        Reading firing = measured(CheckKind.ALERTS, "service=\"shop\"", "");
        assertThat(firing.outcome()).isEqualTo(ReadingOutcome.FAILURE);
        assertThat(firing.note()).isEqualTo("first: Slow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /health              |        | 200 | {"up":true}      | SUCCESS | 200
            /health              |        | 503 | {"up":false}     | FAILURE | 503
            /health              | < 600  | 503 | {"up":false}     | SUCCESS | 503
            /health#/queue/depth | <= 10  | 200 | {"queue":{"depth":12}} | FAILURE | 12
            /health /queue/depth | <= 10  | 200 | {"queue":{"depth":"3"}} | SUCCESS | 3
            /health#/up          | == 1   | 200 | {"up":true}      | SUCCESS | 1
            /health#/missing     | == 1   | 200 | {"up":true}      | ERROR   |
            /health#/up          | == 1   | 503 | {"up":true}      | ERROR   |
            /health#/up          | == 1   | 200 | {"up":"UP"}      | ERROR   |
            """)
    void readsAnAddress(String query, String success, int status, String body, ReadingOutcome outcome, String value) {
        this.tool.on("GET /health", status, body);
        Reading reading = measured(CheckKind.HTTP, query, (success != null) ? success : "");
        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(reading.value()).isEqualTo(value);
    }

    @Test
    void countsOpenIncidentsOfTheRelease() {
        assertThat(measured(CheckKind.INCIDENTS, "P2", "").outcome()).isEqualTo(ReadingOutcome.SUCCESS);
        this.jdbc.sql("""
                insert into incidents (release_key, source, subject, priority, opened_at, environment)
                values (:key, 'https://m.example', :subject, :priority, utc_timestamp(3), :place)""")
            .param("key", this.release)
            .param("subject", UUID.randomUUID().toString())
            .param("priority", 3)
            .param("place", "production")
            .update();
        assertThat(measured(CheckKind.INCIDENTS, "P2", "").outcome()).isEqualTo(ReadingOutcome.SUCCESS);
        assertThat(measured(CheckKind.INCIDENTS, "P3", "").outcome()).isEqualTo(ReadingOutcome.FAILURE);
    }

    @Test
    void asksNothingOfASourceThatIsNotInUse() {
        Reading unknown = measured(rule(CheckKind.PROMETHEUS, "no-such", "up", "> 0"), "no-such");
        assertThat(unknown.outcome()).isEqualTo(ReadingOutcome.ERROR);
        String other = source(CheckKind.ALERTS);
        assertThat(measured(rule(CheckKind.PROMETHEUS, other, "up", "> 0"), other).outcome())
            .isEqualTo(ReadingOutcome.ERROR);
    }

    @Test
    void areTakenByOneNodeWhenTheyAreDue() {
        List<String> subjects = IntStream.range(0, 20)
            .mapToObj((i) -> watch(rule(CheckKind.HTTP, "none", "/", "")))
            .toList();
        TransactionTemplate transaction = new TransactionTemplate(this.transactions);
        List<Check> first = transaction.execute((status) -> this.rows.take(this.clock.instant(), 1000));
        List<Check> second = transaction.execute((status) -> this.rows.take(this.clock.instant(), 1000));
        assertThat(first).extracting(Check::subject).containsAll(subjects);
        assertThat(second).isEmpty();
        assertThat(this.jdbc
            .sql("explain select * from checks where due_at <= utc_timestamp(3)"
                    + " and (leased_until is null or leased_until <= utc_timestamp(3)) order by due_at, id limit 16")
            .query((row, number) -> String.valueOf(row.getString("key")))
            .single()).isEqualTo("checks_due");
    }

    @Test
    void areAskedAtSourcesThatTheirKeepersKeep() {
        String address = this.addresses.allowed().get(0);
        MonitoringSource fresh = new MonitoringSource(name(), "Metrics", CheckKind.PROMETHEUS, address, "", false, 0);
        for (String person : List.of("release-manager", "auditor", "build-engineer", "operations")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.sources.register(fresh)));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("test-manager", () -> this.sources.list("")));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("administrator",
                    () -> this.sources.register(new MonitoringSource("A B", "", CheckKind.READING,
                            "http://169.254.169.254", "NONE", false, 0))))
            .withMessage("key: deployment.check.source.key.form, name: deployment.check.source.name.missing, "
                    + "kind: deployment.check.source.kind.missing, address: deployment.tool.address.forbidden, "
                    + "credential: deployment.tool.credential.unknown");
        this.acting.as("administrator", () -> this.sources.register(fresh));
        MonitoringSource changed = new MonitoringSource(fresh.source(), "Other", CheckKind.PROMETHEUS, address, "",
                true, 0);
        this.acting.as("deployment-manager", () -> this.sources.change(changed));
        assertThatExceptionOfType(StaleFormException.class)
            .isThrownBy(() -> this.acting.as("deployment-manager", () -> this.sources.change(changed)));
    }

    private Reading measured(CheckKind kind, String query, String success) {
        String source = (kind == CheckKind.INCIDENTS) ? "" : source(kind);
        return measured(rule(kind, source, query, success), source);
    }

    private Reading measured(CheckRule rule, String source) {
        String subject = watch(rule);
        Check check = this.checks.of(subject).orElseThrow();
        this.rounds.measure(check,
                this.sources.find(source).stream().collect(Collectors.toMap(MonitoringSource::source, (one) -> one)));
        return this.checks.readings(check).get(0);
    }

    private static CheckRule rule(CheckKind kind, String source, String query, String success) {
        return new CheckRule("Measured", kind, source, query, success, "", new CheckLimits(30, 0, 5, 9, 0, 9, 9));
    }

    private String watch(CheckRule rule) {
        String subject = "wave-check:" + UUID.randomUUID();
        new TransactionTemplate(this.transactions).executeWithoutResult(
                (status) -> this.checks.watch(subject, rule, new CheckScope(this.release, "production", "shop")));
        return subject;
    }

    private String source(CheckKind kind) {
        String key = name();
        this.acting.as("administrator", () -> this.sources.register(
                new MonitoringSource(key, "Name of " + key, kind, this.addresses.allowed().get(0), "LIVE", false, 0)));
        return key;
    }

    private static String name() {
        return "m" + UUID.randomUUID().toString().substring(0, 12);
    }

}
