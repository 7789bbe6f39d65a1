package io.slipway.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.report.DeploymentNews;
import io.slipway.deployment.report.DeploymentReports;
import io.slipway.deployment.report.ReportKind;
import io.slipway.deployment.report.ReportMatch;
import io.slipway.deployment.report.ReportTiming;
import io.slipway.deployment.report.ReportedDeployment;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportStatus;
import io.slipway.earlylife.incident.Incident;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.earlylife.incident.IncidentNews;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Monitoring and deployment tools tell of a live release; what they tell is kept and
 * shown, in whichever order it comes, and decides nothing.
 */
@SlipwayTest
class ReportedNewsTests {

    private static final String OTHER = "ab".repeat(32);

    /** One live release for all tests: each tells news under ids of its own. */
    private static @Nullable String live;

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomeToken tokens;

    @Autowired
    SomePerson somePerson;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    RecordedActions recorded;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PackageManagement packages;

    @Autowired
    DeploymentManagement deployments;

    @Autowired
    EarlyLifeManagement earlyLife;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    DeploymentReports reports;

    @Autowired
    JdbcClient jdbc;

    ApiClient tool;

    String key;

    String source;

    Instant now;

    @BeforeEach
    void prepare() {
        if (live == null) {
            String fresh = this.driver.register("Watched by tools");
            this.driver.prepare(fresh);
            this.driver.deploy(fresh);
            this.driver.await(fresh, "watch-release");
            live = fresh;
        }
        this.key = live;
        this.tool = ApiClient.bearer(this.port,
                this.tokens.of(this.somePerson.with(Role.BUILD_ENGINEER), Role.BUILD_ENGINEER));
        this.source = "https://tools.example.com/" + UUID.randomUUID();
        this.now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void areTakenFromNobodyElse() {
        IncidentNews incident = incident("I1", false, null);
        DeploymentNews deployment = deployment("D1", ReportKind.DEPLOYED, this.now, "production", null);
        for (String person : List.of("auditor", "release-manager", "administrator")) {
            assertThatThrownBy(() -> tell(person, incident)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> tell(person, deployment)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> tell("operations", deployment)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tell("deployment-manager", incident)).isInstanceOf(AccessDeniedException.class);
        ApiClient tester = ApiClient.bearer(this.port,
                this.tokens.of(this.somePerson.with(Role.TEST_MANAGER), Role.TEST_MANAGER));
        for (String kind : List.of("incident.detected", "service.deployed")) {
            assertThat(state(ApiClient.json(send(tester, event(kind, kind, "x", this.now, "{}", named())))))
                .isEqualTo("REFUSED");
        }
        assertThat(mine()).isEmpty();
        assertThat(reported()).isEmpty();
    }

    @Test
    void reachWhoWatchesOnceForAnIncidentThatIsOpen() {
        String first = event("1", "incident.detected", "INC-1", this.now, content("Refunds time out", ""), named());
        post(first);
        post(event("2", "incident.reported", "INC-1", this.now, content("For all", ""), "{}"));
        post(first);
        Set<String> told = Awaitility.await().until(() -> told("INC-1"), (found) -> !found.isEmpty());
        assertThat(told).contains("operations", "release-manager");
        post(event("3", "incident.resolved", "INC-2", this.now, "{}", named()));
        assertThat(told("INC-2")).isEmpty();
    }

    private Set<String> told(String subject) {
        long id = mine().stream().filter((one) -> one.subject().equals(subject)).findFirst().orElseThrow().id();
        return this.jdbc.sql("select recipient from notifications where matter = ?")
            .param("incident:" + this.key + ":" + id)
            .query(String.class)
            .set();
    }

    @Test
    void openAndCloseAnIncidentTheSameInAnyOrder() {
        List<List<Integer>> orders = List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0),
                List.of(2, 0, 1), List.of(2, 1, 0), List.of(2, 2, 1, 0, 0, 1));
        List<Incident> ended = new ArrayList<>();
        for (List<Integer> order : orders) {
            this.source = "https://tools.example.com/" + UUID.randomUUID();
            List<String> news = List.of(event("1", "incident.detected", "INC-1", this.now
                .minusSeconds(90), content("Refunds time out", ""), named()), event("2", "incident.reported", "INC-1",
                        this.now.minusSeconds(60),
                        content("Refunds time out for all",
                                ", \"ticketURI\": \"https://desk.example.com/7\", \"service\": {\"id\": \"refunds\"}"),
                        "{\"priority\": 2}"),
                    event("3", "incident.resolved", "INC-1", this.now.minusSeconds(30), "{}", "{}"));
            order.forEach((one) -> post(news.get(one)));
            assertThat(mine()).as("%s", order).hasSize(1);
            Incident one = mine().get(0);
            ended.add(new Incident(0, "", one.subject(), one.priority(), one.description(), one.service(),
                    one.environment(), one.ticket(), one.openedAt(), one.resolvedAt()));
        }
        assertThat(ended).containsOnly(new Incident(0, "", "INC-1", 2, "Refunds time out for all", "refunds",
                "production", "https://desk.example.com/7", this.now.minusSeconds(90), this.now.minusSeconds(30)));
    }

    @Test
    void keepAResolutionBeforeItsIncident() {
        assertThat(state(post(event("1", "incident.resolved", "INC-9", this.now.minusSeconds(5), "{}", named()))))
            .isEqualTo("DONE");
        assertThat(mine()).singleElement().satisfies((one) -> {
            assertThat(one.openedAt()).isNull();
            assertThat(one.resolvedAt()).isEqualTo(this.now.minusSeconds(5));
        });
    }

    @Test
    void areANoteUntilTheDeploymentHasStarted() {
        String planned = this.driver.register("Not live yet");
        String custom = "{\"release\": \"" + planned + "\"}";
        JsonNode early = post(event("1", "incident.detected", "INC-1", this.now, "{}", custom));
        assertThat(state(early)).isEqualTo("NOTED");
        assertThat(reason(early)).contains("once a deployment");
        assertThat(this.incidents.of(planned, "").rows()).isEmpty();
        assertThatThrownBy(() -> this.acting.as("operations", () -> {
            this.incidents.tell(planned, incident("I1", false, null));
            return true;
        })).isInstanceOf(InvalidInputException.class);
        assertThat(state(post(event("2", "service.deployed", "refunds", this.now, "{}", custom)))).isEqualTo("DONE");
        assertThat(this.reports.of(this.releases.get(planned), "").rows()).singleElement()
            .satisfies((one) -> assertThat(one.timing()).isEqualTo(ReportTiming.OUTSIDE));
        assertThat(this.releases.get(planned).phase()).isEqualTo(Phase.PLAN);
    }

    @Test
    void refuseWhatIsTooLongOrNoPriority() {
        assertThat(state(post(event("1", "incident.detected", "x".repeat(201), this.now, "{}", named()))))
            .isEqualTo("REFUSED");
        assertThatThrownBy(() -> tell("operations", incident("I1", false, 5)))
            .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tell("operations", incident(" ", false, 1))).isInstanceOf(InvalidInputException.class);
        post(event("2", "incident.detected", "INC-1", this.now.plus(Duration.ofDays(9)),
                content("y".repeat(3000), ", \"ticketURI\": \"javascript:alert(1)\""),
                "{\"release\": \"" + this.key + "\", \"priority\": 77}"));
        assertThat(mine()).singleElement().satisfies((one) -> {
            assertThat(one.description()).hasSize(1000);
            assertThat(one.ticket()).isNull();
            assertThat(one.priority()).isNull();
            assertThat(one.openedAt()).isBefore(this.now.plus(Duration.ofDays(1)));
        });
    }

    @Test
    void stayBesideWhatOperationsRecords() {
        post(event("1", "incident.reported", "INC-1", this.now, content("Refunds are booked twice", ""),
                "{\"release\": \"" + this.key + "\", \"priority\": \"1\"}"));
        Visitor operations = new Visitor(this.port).signIn("operations");
        assertThat(operations.page("/releases/" + this.key + "/support").text()).contains("Refunds are booked twice",
                "Incidents that monitoring reports");
        String form = operations.page("/tasks/" + this.driver.await(this.key, "watch-release").id()).text();
        assertThat(form).contains("Monitoring reports 1", "What you record here counts");
        assertThat(this.earlyLife.ofRelease(this.key)).hasValueSatisfying((support) -> {
            assertThat(support.watch().incidents().priority1()).isZero();
            assertThat(support.status()).isEqualTo(SupportStatus.WATCHING);
        });
        int open = this.incidents.counts(this.key).of(1);
        post(event("2", "incident.resolved", "INC-1", this.now, "{}", "{}"));
        assertThat(this.incidents.counts(this.key).of(1)).isEqualTo(open - 1);
        assertThat(this.recorded.of(this.key)).contains("incident.reported", "incident.resolved", "event.received");
    }

    @Test
    void comeInPagesTheOpenOnesFirst() {
        tell("operations", incident("over", true, null));
        IntStream.range(0, KeyPage.SIZE + 3).forEach((i) -> tell("operations", incident("I" + i, false, 4)));
        KeyPage<Incident> first = this.incidents.of(this.key, "");
        assertThat(first.rows()).hasSize(KeyPage.SIZE).allSatisfy((one) -> assertThat(one.resolvedAt()).isNull());
        assertThat(first.next()).isNotNull();
        List<Incident> all = all();
        assertThat(all).doesNotHaveDuplicates();
        List<Boolean> open = all.stream().map((one) -> one.resolvedAt() == null).toList();
        assertThat(open.lastIndexOf(true)).isLessThan(open.indexOf(false));
        assertThat(this.incidents.of(this.key, "no cursor").rows()).isEqualTo(first.rows());
    }

    @Test
    void tellWhetherWhatRunsIsWhatWasValidated() {
        ReleaseDetails release = this.releases.get(this.key);
        String digest = this.packages.get(this.key).units().get(0).digest();
        Instant start = this.deployments.newestOf(this.key).orElseThrow().run().startedAt();
        post(deployed("1", "service.upgraded", start, "production", digest));
        post(deployed("1", "service.upgraded", start, "production", digest));
        post(deployed("2", "service.deployed", start.minus(Duration.ofDays(1)), "Production", OTHER));
        post(deployed("3", "service.deployed", start.minus(Duration.ofDays(2)), "staging", digest));
        post(deployed("4", "service.rolledback", start.minus(Duration.ofDays(3)), "production", OTHER));
        post(event("5", "service.deployed", "refunds", start.minus(Duration.ofDays(4)), "{}", named()));
        assertThat(reported())
            .extracting(ReportedDeployment::kind, ReportedDeployment::match, ReportedDeployment::timing,
                    ReportedDeployment::attempt)
            .containsExactly(tuple(ReportKind.UPGRADED, ReportMatch.AS_DELIVERED, ReportTiming.DURING, 1),
                    tuple(ReportKind.DEPLOYED, ReportMatch.OTHER, ReportTiming.OUTSIDE, 0),
                    tuple(ReportKind.DEPLOYED, ReportMatch.AS_DELIVERED, ReportTiming.ELSEWHERE, 0),
                    tuple(ReportKind.ROLLED_BACK, ReportMatch.FORMER, ReportTiming.OUTSIDE, 0),
                    tuple(ReportKind.DEPLOYED, ReportMatch.UNTOLD, ReportTiming.OUTSIDE, 0));
        assertThat(new Visitor(this.port).signIn("auditor").page("/releases/" + this.key + "/deployment").text())
            .contains("As delivered", "During attempt 1", "Not what was validated", "Outside a deployment",
                    "Other environment", "Not known: no digest");
        assertThat(this.releases.get(this.key).phase()).isEqualTo(Phase.EARLY_LIFE_SUPPORT);
        assertThat(this.recorded.of(this.key)).contains("deployment.reported");
    }

    @Test
    void areNoEvidenceWhereTheyHaveAnOutcomeOnly() {
        JsonNode bare = post(
                event("1", "testsuiterun.finished", "run-1", this.now, "{\"outcome\": \"failure\"}", named()));
        assertThat(state(bare)).isEqualTo("NOTED");
        assertThat(reason(bare)).contains("\"failure\"", "no evidence", "/api/v1/releases/" + this.key + "/evidence");
        JsonNode named = post(event("2", "testsuiterun.finished", "run-2", this.now, "{\"outcome\": \"success\"}",
                "{\"release\": \"" + this.key + "\", \"report\": \"https://ci.example.com/2\"}"));
        assertThat(reason(named)).contains("is not fetched");
    }

    private List<Incident> all() {
        List<Incident> all = new ArrayList<>();
        for (String from = ""; from != null;) {
            KeyPage<Incident> page = this.incidents.of(this.key, from);
            all.addAll(page.rows());
            from = page.next();
        }
        return all;
    }

    private List<Incident> mine() {
        return all().stream().filter((one) -> one.source().equals(this.source)).toList();
    }

    private List<ReportedDeployment> reported() {
        return this.reports.of(this.releases.get(this.key), "")
            .rows()
            .stream()
            .filter((one) -> one.source().equals(this.source))
            .toList();
    }

    private void tell(String person, IncidentNews news) {
        this.acting.as(person, () -> {
            this.incidents.tell(this.key, news);
            return true;
        });
    }

    private void tell(String person, DeploymentNews news) {
        this.acting.as(person, () -> {
            this.reports.tell(this.key, news);
            return true;
        });
    }

    private IncidentNews incident(String subject, boolean resolved, @Nullable Integer priority) {
        return new IncidentNews(this.source, subject, resolved, this.now, priority, "Refunds time out", "refunds",
                "production", null);
    }

    private DeploymentNews deployment(String id, ReportKind kind, Instant at, String environment,
            @Nullable String digest) {
        return new DeploymentNews(this.source, id, kind, at, "refunds", environment, null, digest);
    }

    private String deployed(String id, String kind, Instant at, String environment, String digest) {
        return event(id, kind, "refunds", at,
                "{\"environment\": {\"id\": \"%s\"}, \"artifactId\": \"pkg:oci/refunds@sha256%%3A%s\"}"
                    .formatted(environment, digest),
                named());
    }

    private static String content(String description, String more) {
        return "{\"description\": \"%s\", \"environment\": {\"id\": \"production\"}%s}".formatted(description, more);
    }

    private String named() {
        return "{\"release\": \"" + this.key + "\"}";
    }

    private String event(String id, String kind, String subject, Instant at, String content, String custom) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "%s", "type": "dev.cdevents.%s.0.2.0", "time": "%s",
                 "data": {"context": {}, "subject": {"id": "%s", "content": %s}, "customData": %s}}""".formatted(id,
                this.source, kind, at, subject, content, custom);
    }

    private JsonNode post(String event) {
        return ApiClient.json(send(this.tool, event));
    }

    private static HttpResponse<String> send(ApiClient client, String event) {
        HttpResponse<String> answer = client.send("POST", "/api/v1/events", "application/cloudevents+json", event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static String state(JsonNode answer) {
        return answer.path("events").path(0).path("state").asText();
    }

    private static String reason(JsonNode answer) {
        return answer.path("events").path(0).path("reason").asText();
    }

}
