package io.slipway.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.identity.Role;
import io.slipway.identity.token.SomeToken;
import io.slipway.notification.Announcements;
import io.slipway.policy.DeploymentModel;
import io.slipway.release.ReleaseStatus;
import io.slipway.test.DecisionCount;
import io.slipway.test.EvidenceDriver;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StandardChanges;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.rule.RuledSteps;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Once people have agreed to its plan, a low-risk continuous release travels to early
 * life support by what tools report; whatever is missing, failed or taken by a person
 * stays with people.
 */
@SlipwayTest
class UnattendedReleaseTests {

    private static final String DIGEST = "7c9e6679f425bd5f0a1ce8a1d4d3b6fd8e2f0d9f2f9c1e51f9a3f0a6d1a2b3c4";

    private static final String COVERAGE = "<coverage line-rate='0.9' lines-covered='90' lines-valid='100'><packages/></coverage>";

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    EvidenceDriver evidence;

    @Autowired
    StandardChanges standard;

    @Autowired
    SomeToken tokens;

    @Autowired
    Announcements announcements;

    @Autowired
    RuledSteps ruled;

    @Autowired
    WorkItems workItems;

    @Autowired
    DecisionCount decisions;

    @Autowired
    MutableClock clock;

    private String key;

    private ApiClient builder;

    private ApiClient deployer;

    @Test
    @Shows("ReleasePolicyDecision.byRule")
    void needsNobodyBetweenPlanAndSupport() {
        begin(this.driver.registerSmall("Small steps by facts"));
        plan();
        int planned = this.decisions.of(this.key).size();
        deliver();
        stays("assess-test-results");
        this.evidence.deliverTests(this.key, "minor", 0);
        stays("assess-test-results");
        this.evidence.deliver(this.key, "cobertura", "unit", COVERAGE);
        passes("assess-test-results");
        stays("request-change");
        this.standard.authorised("Small " + this.key, ReleaseDriver.service(this.key), DeploymentModel.CONTINUOUS);
        passes("request-change");
        stays("announce-deployment");
        this.clock.advance(Duration.ofHours(1));
        Awaitility.await().until(() -> {
            this.announcements.sendDue();
            return this.ruled.tryNow(this.key);
        });
        passes("decide-go-no-go");
        stays("confirm-backups");
        backups();
        passes("confirm-backups");
        passes("start-deployment");
        stays("deploy-package");
        deployed();
        passes("deploy-package");
        stays("verify-deployment");
        smokeTests();
        passes("verify-deployment");
        this.driver.await(this.key, "watch-release");
        assertThat(this.decisions.of(this.key)).as("Decisions of people").hasSize(planned);
        assertThat(this.workItems.decisionsOf(this.key)).filteredOn((item) -> "system".equals(item.endedBy()))
            .hasSize(8)
            .allSatisfy((item) -> assertThat(item.reason()).contains("ReleasePolicyDecision, version "));
    }

    @Test
    void asksLittleOfPeopleForAMinorReleaseOfWhichToolsReport() {
        begin(this.driver.register("Minor by facts"));
        plan();
        deliver();
        this.evidence.deliverTests(this.key, "minor", 0);
        this.driver.complete("test-manager", this.key, "assess-test-results", "pass");
        this.driver.complete("deployment-manager", this.key, "rehearse-rollback", "succeeded", "durationMinutes", "12");
        this.driver.complete("release-manager", this.key, "request-change", "request");
        this.driver.complete("change-authority", this.key, "authorise-change", "authorise");
        this.driver.await(this.key, "announce-deployment");
        this.clock.advance(Duration.ofHours(1));
        Awaitility.await().until(() -> {
            this.announcements.sendDue();
            return this.ruled.tryNow(this.key);
        });
        stays("decide-go-no-go");
        this.driver.decideGo(this.key);
        backups();
        passes("confirm-backups");
        stays("start-deployment");
        this.driver.startDeployment(this.key);
        this.driver.await(this.key, "deploy-package");
        deployed();
        passes("deploy-package");
        this.driver.await(this.key, "verify-deployment");
        smokeTests();
        passes("verify-deployment");
        this.driver.await(this.key, "watch-release");
        this.clock.advance(Duration.ofDays(5).plusMinutes(1));
        this.driver.complete("operations", this.key, "decide-on-exit", "exit", "criteria[0].met", "true",
                "criteria[1].met", "true", "criteria[2].met", "true", "criteria[3].met", "true", "handoverAccepted",
                "true");
        this.driver.complete("release-manager", this.key, "hold-review", "hold", "verdict", "SUCCESSFUL");
        this.driver.confirmReview(this.key);
        this.driver.complete("configuration-manager", this.key, "confirm-configuration", "confirm", "confirmed",
                "true");
        this.driver.awaitStatus(this.key, ReleaseStatus.CLOSED);
        assertThat(this.decisions.of(this.key)).as("Decisions of people").hasSizeLessThanOrEqualTo(12);
        assertThat(this.driver.typed(this.key)).as("Typed, beside the name at registration")
            .hasSizeLessThanOrEqualTo(19);
    }

    @Test
    void leavesToAPersonWhatAPersonHasTakenOrWhatFails() {
        begin(this.driver.registerSmall("Small steps of a person"));
        plan();
        deliver();
        this.evidence.deliver(this.key, "cobertura", "unit", COVERAGE);
        this.evidence.deliverTests(this.key, "minor", 21);
        stays("assess-test-results");
        this.evidence.deliverTests(this.key, "minor", 0);
        this.driver.claim("test-manager", this.key, "assess-test-results");
        stays("assess-test-results");
        this.driver.passTests(this.key);
        this.driver.await(this.key, "request-change");
        stays("request-change");
    }

    private void begin(String release) {
        this.key = release;
        this.builder = ApiClient.bearer(this.port, this.tokens.of("build-engineer", Role.BUILD_ENGINEER));
        this.deployer = ApiClient.bearer(this.port, this.tokens.of("deployment-manager", Role.DEPLOYMENT_MANAGER));
    }

    private void plan() {
        Instant start = this.clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
        this.driver.complete("release-manager", this.key, "complete-plan", "submit", "scope", "Refunds within a day.",
                "services", List.of(ReleaseDriver.service(this.key)), "plannedStart", local(start), "plannedEnd",
                local(start.plus(Duration.ofHours(2))), "rollbackCriteria", "Errors above one per cent.",
                "rollbackPlan", "Switch back to the former version.", "communicationPlan", "Operations is told.",
                "supportDays", "5", "approvers", List.of("stakeholder"), "announcements[0].audience", "operations",
                "announcements[0].channel", "PORTAL", "announcements[0].amount", "30", "announcements[0].unit",
                "MINUTES", "announcements[0].when", "BEFORE_START", "announcements[0].text", "Refunds come at once.");
        this.driver.approvePlan(this.key, "stakeholder");
        this.driver.await(this.key, "deliver-units");
    }

    private void deliver() {
        post(this.builder, "/units", """
                {"name": "refunds", "version": "1.4.0", "artifact": "pkg:oci/refunds@1.4.0", "digest": "%s",
                 "commit": "4f2a91c", "committedAt": "2026-01-02T03:04:05Z"}""".formatted(DIGEST));
        post(this.builder, "/package",
                "{\"documentation\": \"https://docs.example.com/x\", \"scripts\": \"https://git.example.com/x\"}");
        this.driver.await(this.key, "assess-test-results");
    }

    private void backups() {
        post(this.deployer, "/backups",
                "{\"location\": \"Vault B\", \"takenAt\": \"%s\", \"verifiedAt\": \"%s\", \"covers\": [\"%s\"]}"
                    .formatted(this.clock.instant().minusSeconds(7200), this.clock.instant().minusSeconds(3600),
                            ReleaseDriver.service(this.key)));
    }

    private void deployed() {
        assertThat(this.deployer
            .send("POST", "/api/v1/events", "application/cloudevents+json",
                    """
                            {"specversion": "1.0", "id": "d-%1$s", "source": "https://deploy.example.com",
                             "type": "dev.cdevents.service.deployed.0.2.0", "time": "%2$s",
                             "data": {"context": {"version": "0.4.1", "id": "d-%1$s", "source": "https://deploy.example.com"},
                                      "subject": {"id": "%1$s/refunds", "type": "service",
                                                  "content": {"environment": {"id": "production"},
                                                              "artifactId": "pkg:oci/refunds@sha256%%3A%3$s"}},
                                      "customData": {"slipway": {"release": "%1$s"}}, "customDataContentType": "application/json"}}
                            """
                        .formatted(this.key, this.clock.instant(), DIGEST))
            .statusCode()).isEqualTo(202);
    }

    private void smokeTests() {
        assertThat(this.builder
            .send("POST",
                    "/api/v1/releases/" + this.key
                            + "/evidence?format=junit&level=system&name=smoke&environment=production",
                    "application/xml", "<testsuite name='smoke'><testcase name='answers'/></testsuite>")
            .statusCode()).isEqualTo(201);
    }

    private void post(ApiClient tool, String path, String body) {
        assertThat(tool.post("/api/v1/releases/" + this.key + path, body).statusCode()).isBetween(200, 299);
    }

    private void stays(String step) {
        this.driver.await(this.key, step);
        this.ruled.tryNow(this.key);
        assertThat(this.workItems.openOf(this.key)).extracting(WorkItem::form)
            .anySatisfy((form) -> assertThat(form).endsWith("/" + step));
    }

    private void passes(String step) {
        this.driver.await(this.key, step);
        Awaitility.await(step + " passes").until(() -> this.ruled.tryNow(this.key));
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

}
