package io.slipway.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.DeploymentStatus;
import io.slipway.identity.Acting;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: no deployment starts while a condition is not met, whatever the way; page
 * and REST interface name the same rule. A rollback starts nevertheless.
 */
@SlipwayTest
class StartRefusalTests {

    private static final String PLAN = "update plans p join releases r on r.id = p.release_id ";

    private static final String SERVICE = "Start refusals";

    private static final String MANAGER = "release-manager";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    DeploymentManagement deployments;

    @Autowired
    PeriodManagement periods;

    @Autowired
    PermitManagement permits;

    @Autowired
    StopManagement line;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate database;

    private Visitor deployer;

    private ApiClient tool;

    private String key;

    private String task;

    @Test
    @Shows({ "ReleasePolicyDecision.windowRequired", "ReleasePolicyDecision.freezeBinding" })
    void areTheSameOnPageAndInterfaceAndNeverHoldARollback() {
        this.key = this.driver.register("Refused at first");
        String other = this.driver.register("In the way");
        bringToStart();
        this.deployer = new Visitor(this.port).signIn("deployment-manager");
        this.tool = ApiClient.of(this.port, "auditor");
        refusesOthers();
        refusesByRecord(other);
        refusesByOthers(other);
        refusesByPerson();
        refusesByTime();
        refusesByWindow();
        long freeze = refusesByFreeze();
        refusesByStoppedLine();
        assertThat(unmet()).isEmpty();
        assertThat(press().statusCode()).isEqualTo(303);
        assertThat(this.deployments.newestOf(this.key)).get()
            .satisfies((attempt) -> assertThat(attempt.status()).isEqualTo(DeploymentStatus.STARTED));
        this.driver.failDeployment(this.key);
        this.driver.decideRollback(this.key);
        rollsBackWhateverTheScheduleSays();
        this.acting.as(MANAGER, () -> this.periods.end(freeze, "Over"));
    }

    private void bringToStart() {
        LocalDateTime start = LocalDateTime.now(ZoneOffset.UTC).withNano(0).withSecond(0);
        this.driver.complete(MANAGER, this.key, "complete-plan", "submit", "scope", "All of it.", "services",
                List.of(SERVICE), "plannedStart", start.toString(), "plannedEnd", start.plusHours(2).toString(),
                "rollbackCriteria", "Errors.", "rollbackPlan", "Switch back.", "communicationPlan", "Mail.",
                "supportDays", "7", "approvers", List.of("stakeholder", "stakeholder-2"));
        this.driver.approvePlan(this.key, "stakeholder");
        this.driver.approvePlan(this.key, "stakeholder-2");
        this.driver.deliverUnits(this.key);
        this.driver.validate(this.key);
        this.driver.authorise(this.key);
        this.driver.announce(this.key);
        this.driver.decideGo(this.key);
        this.driver.confirmBackups(this.key);
        this.task = "/tasks/" + this.driver.await(this.key, "start-deployment").id();
    }

    private void refusesOthers() {
        Visitor manager = new Visitor(this.port).signIn(MANAGER);
        manager.get(this.task);
        assertThat(manager.post(this.task, "outcome", "start").statusCode()).isEqualTo(403);
        assertThat(this.deployments.newestOf(this.key)).isEmpty();
    }

    private void refusesByRecord(String other) {
        refuses("release-phase", "update releases set phase = 'TEST' where release_key = ?",
                "update releases set phase = 'DEPLOY' where release_key = ?");
        refuses("change-authorised", "update change_records set status = 'REQUESTED' where release_key = ?",
                "update change_records set status = 'AUTHORISED' where release_key = ?");
        refuses("checklist-release-plan", PLAN + "set p.approved_at = null where r.release_key = ?",
                PLAN + "set p.approved_at = p.submitted_at where r.release_key = ?");
        refuses("change-authorised",
                "update release_units set digest = reverse(digest) where release_id = "
                        + "(select id from releases where release_key = ?)",
                "update release_units set digest = reverse(digest) where release_id = "
                        + "(select id from releases where release_key = ?)");
        refuses("checklist-release-package", "update packages set missing = 'SCRIPTS' where release_key = ?",
                "update packages set missing = '' where release_key = ?");
        for (String[] moved : new String[][] { { "checklist-backups", "backups" },
                { "checklist-communication-plan", "announcements" }, { "checklist-test-results", "test_assessments" },
                { "checklist-rollback-plan", "rollback_rehearsals" } }) {
            String sql = "update " + moved[1] + " set release_key = '%s' where release_key = '%s' and '' <> ?";
            refuses(moved[0], sql.formatted(other, this.key), sql.formatted(this.key, other));
        }
    }

    private void refusesByOthers(String other) {
        String takes = "insert into running_deployments (environment, service, release_key) values ('production', '%s', '"
                + other + "')";
        String frees = "delete from running_deployments where release_key = '" + other + "' and '' <> ?";
        this.database.update(takes.formatted(SERVICE));
        assertRefused("one-deployment-per-service", other);
        this.database.update(frees, "x");
        String depends = "insert into release_dependencies (release_id, other_key, kind) select id, '" + other
                + "', '%s' from releases where release_key = ?";
        String forgets = "delete from release_dependencies where other_key = '" + other + "' and '' <> ?";
        refuses("dependencies-live", depends.formatted("LIVE_BEFORE"), forgets);
        this.database.update(takes.formatted("Something else"));
        refuses("not-together", depends.formatted("NOT_TOGETHER"), forgets);
        this.database.update(frees, "x");
    }

    private void refusesByPerson() {
        this.database.update(PLAN + """
                set p.plan = replace(p.plan, 'people: []',
                                     'people: [{role: deployment-manager, person: operations}]')
                 where r.release_key = ?""", this.key);
        String away = """
                insert into absences (person_id, from_at, until_at, version)
                select id, utc_timestamp() - interval 1 day, utc_timestamp() + interval 1 day, 0 from people
                 where user_name = 'operations' and '' <> ?""";
        refuses("person-present", away, """
                delete a from absences a join people p on p.id = a.person_id where p.user_name = 'operations'
                   and '' <> ?""");
    }

    private void refusesByTime() {
        for (String moved : new String[] { "+ interval 1 day", "- interval 1 day" }) {
            String back = moved.startsWith("+") ? "-" + moved.substring(1) : "+" + moved.substring(1);
            String set = "update releases set planned_start = planned_start %1$s, planned_end = planned_end %1$s "
                    + "where release_key = ?";
            this.database.update(set.formatted(moved), this.key);
            assertRefused("planned-time", "authorised time");
            JsonNode next = readiness().path("nextOpening");
            assertThat(next.isNull()).as(moved).isEqualTo(moved.startsWith("-"));
            String free = PLAN + "set p.freeze_binding = %s where r.release_key = ?";
            this.database.update(free.formatted("false"), this.key);
            assertThat(unmet()).as("The policy binds it to no time").isEmpty();
            this.database.update(free.formatted("true"), this.key);
            this.database.update(set.formatted(back), this.key);
        }
    }

    private void refusesByWindow() {
        refuses("window", PLAN + "set p.window_required = true where r.release_key = ?",
                PLAN + "set p.window_required = false where r.release_key = ?");
    }

    private long refusesByFreeze() {
        LocalDateTime hour = LocalDateTime.now(ZoneOffset.UTC).withNano(0).withSecond(0);
        PeriodDraft draft = new PeriodDraft(PeriodKind.HARD_FREEZE, "Quiet days", "Nobody is there.", MANAGER,
                new PeriodScope(List.of(SERVICE), List.of(), List.of()), "UTC", hour.minusHours(1), hour.plusDays(2),
                "", null, List.of());
        long freeze = this.acting.as(MANAGER, () -> this.periods.create(draft));
        assertRefused("freeze", "Quiet days");
        assertThat(readiness().path("nextOpening").isNull()).as("The freeze outlasts the authorised time").isTrue();
        Instant expiry = Instant.now().plus(Duration.ofDays(1));
        this.acting.as(MANAGER, () -> this.permits.request(new PermitRequest(ScheduleManagement.EXCEPTION, this.key,
                List.of(Long.toString(freeze)), "The law asks for it.", "", expiry)));
        this.driver.complete("change-authority", this.key, "approve-freeze-exception", "approve");
        assertRefused("freeze", "Quiet days");
        this.driver.complete("service-owner", this.key, "approve-freeze-exception", "approve");
        Awaitility.await().until(() -> !unmet().contains("freeze"));
        assertThat(readiness().path("allowed").asBoolean()).isTrue();
        this.acting.as(MANAGER, () -> this.periods.end(freeze, "Called off"));
        return this.acting.as(MANAGER,
                () -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Later days", "Nobody is there.",
                        MANAGER, draft.scope(), "UTC", hour.plusDays(9), hour.plusDays(10), "", null, List.of())));
    }

    private void refusesByStoppedLine() {
        this.acting.as(MANAGER, () -> this.line.stop("The network is unsteady."));
        try {
            assertRefused("stop-the-line", "The network is unsteady.");
        }
        finally {
            this.acting.as(MANAGER, () -> this.line.release("It is steady again."));
        }
    }

    private void rollsBackWhateverTheScheduleSays() {
        LocalDateTime hour = LocalDateTime.now(ZoneOffset.UTC).withNano(0).withSecond(0);
        long freeze = this.acting.as(MANAGER,
                () -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "No way forward", "Year end.",
                        MANAGER, new PeriodScope(List.of(SERVICE), List.of(), List.of()), "UTC", hour.minusHours(1),
                        hour.plusHours(9), "", null, List.of())));
        this.acting.as(MANAGER, () -> this.line.stop("Nothing may start."));
        try {
            assertThat(unmet()).contains("freeze", "stop-the-line");
            this.driver.rollBackRelease(this.key);
            assertThat(this.deployments.newestOf(this.key)).get()
                .satisfies((attempt) -> assertThat(attempt.status()).isEqualTo(DeploymentStatus.ROLLED_BACK));
        }
        finally {
            this.acting.as(MANAGER, () -> this.line.release("Over."));
            this.acting.as(MANAGER, () -> this.periods.end(freeze, "Over"));
        }
    }

    private void refuses(String rule, String breaks, String mends) {
        this.database.update(breaks, this.key);
        try {
            assertRefused(rule, "");
        }
        finally {
            this.database.update(mends, this.key);
        }
    }

    private void assertRefused(String rule, String reason) {
        JsonNode readiness = readiness();
        assertThat(readiness.path("allowed").asBoolean()).as(rule).isFalse();
        assertThat(unmet()).contains(rule);
        HttpResponse<String> page = press();
        assertThat(page.statusCode()).as(rule).isEqualTo(422);
        String said = Jsoup.parse(page.body()).select("#step [role=alert]").text();
        readiness.path("conditions").forEach((condition) -> {
            if (condition.path("verdict").asText().equals("unmet")) {
                assertThat(said).as(rule).contains(condition.path("reason").asText());
            }
        });
        assertThat(said).contains(reason);
        assertThat(this.deployments.newestOf(this.key)).as(rule).isEmpty();
    }

    private HttpResponse<String> press() {
        this.deployer.get(this.task);
        return this.deployer.post(this.task, "outcome", "start");
    }

    private JsonNode readiness() {
        return ApiClient.json(this.tool.get("/api/v1/releases/" + this.key + "/readiness"));
    }

    private List<String> unmet() {
        List<String> rules = new ArrayList<>();
        readiness().path("conditions").forEach((condition) -> {
            if (condition.path("verdict").asText().equals("unmet")) {
                rules.add(condition.path("rule").asText());
            }
        });
        return rules;
    }

}
