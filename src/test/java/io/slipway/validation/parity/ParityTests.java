package io.slipway.validation.parity;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.EnvironmentManagement;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateVerdict;
import io.slipway.validation.report.Finding;
import io.slipway.validation.report.ParityTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A test environment beside production: what is compared, what stands for what, and that
 * the differences become evidence that the gate reads.
 */
@SlipwayTest
class ParityTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    ParityManagement parity;

    @Autowired
    GateManagement gates;

    @Autowired
    EnvironmentManagement environments;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    RelationManagement relations;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "p" + UUID.randomUUID().toString().substring(0, 8) + "-";

    private String key;

    @BeforeEach
    void register() {
        this.key = this.driver.register("Tested elsewhere");
        this.driver.plan(this.key);
        this.driver.deliverUnit(this.key);
        item("live", ItemType.ENVIRONMENT, "", Map.of());
        item("test", ItemType.ENVIRONMENT, "", Map.of());
        item("live-host", ItemType.HOST, "12", Map.of("system", "Debian"));
        item("live-db", ItemType.DATABASE, "11.4.5", Map.of());
        item("live-app", ItemType.APPLICATION, "1.0", Map.of());
        item("live-library", ItemType.COMPONENT, "4.1", Map.of());
        item("test-host", ItemType.HOST, "12", Map.of("system", "Debian", "stands-for", this.mark + "live-host"));
        item("test-db", ItemType.DATABASE, "10.11.9", Map.of("stands-for", this.mark + "live-db"));
        item("test-trap", ItemType.OTHER, "1", Map.of("stands-for", "nothing"));
        relate("live", RelationKind.CONTAINS, "live-host");
        relate("live-db", RelationKind.RUNS_ON, "live-host");
        relate("live-app", RelationKind.RUNS_ON, "live-host");
        relate("live-app", RelationKind.CONTAINS, "live-library");
        relate("live-library", RelationKind.USES, "live");
        relate("test", RelationKind.CONTAINS, "test-host");
        relate("test", RelationKind.CONTAINS, "test-trap");
        relate("test-db", RelationKind.RUNS_ON, "test-host");
    }

    @Test
    void isComparedByThoseWhoDeliverEvidence() {
        for (String person : List.of("release-manager", "auditor", "administrator", "deployment-manager")) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> compare(person, "test", "live"));
        }
        assertThat(compare("test-manager", "test", "live").deliveredBy()).isEqualTo("test-manager");
    }

    @Test
    void findsWhatAnEnvironmentContainsCarriesAndIsMadeOf() {
        assertThat(this.environments.contents(this.mark + "live")).extracting((item) -> item.item().key())
            .containsExactlyInAnyOrder(this.mark + "live-host", this.mark + "live-db", this.mark + "live-app",
                    this.mark + "live-library");
        assertThat(this.environments.needs(List.of(this.mark + "live-db")))
            .containsExactlyInAnyOrder(this.mark + "live-db", this.mark + "live-host");
        assertThat(this.environments.needs(List.of())).isEmpty();
    }

    @Test
    void listsWhatDiffersAndTellsTheGate() {
        EvidenceDetails found = compare("build-engineer", "test", "live");
        assertThat(found.report().parity()).isEqualTo(new ParityTotals(4, 3));
        assertThat(found.report().findings()).extracting(Finding::what)
            .containsExactlyInAnyOrder(name("live-db"), name("live-app"), name("live-library"));
        assertThat(found.report().findings()).extracting(Finding::message)
            .contains("10.11.9 in the test environment, 11.4.5 in production");
        assertThat(this.gates.of(this.releases.get(this.key)).gates())
            .filteredOn((gate) -> gate.fact().equals("parity.differences"))
            .extracting((gate) -> gate.value())
            .containsExactly(3);
    }

    @Test
    @Shows({ "ReleasePolicyDecision.gates", "QualityGateDecision.gate", "QualityGateDecision.missing" })
    void holdsBackWhereThePolicyAsksForAComparisonAndThereIsNone() {
        String asked = this.driver.register("Compared", ReleaseType.MINOR, DeploymentModel.BIG_BANG);
        this.driver.completePlan(asked);
        assertThat(stopping(asked)).contains("parity.differences");
        this.driver.approvePlan(asked, "stakeholder");
        this.driver.approvePlan(asked, "stakeholder-2");
        this.driver.approvePlan(asked, "service-owner");
        this.driver.deliverUnit(asked);
        this.acting.as("build-engineer", () -> this.parity.compare(asked, this.mark + "test", this.mark + "live"));
        assertThat(stopping(asked)).doesNotContain("parity.differences");
        assertThat(stopping(this.key)).as("Its policy does not ask").doesNotContain("parity.differences");
    }

    private List<String> stopping(String release) {
        return this.gates.of(this.releases.get(release)).stopping().stream().map(Gate::fact).toList();
    }

    @Test
    void isNoLongerSureOfAnOldComparison() {
        compare("build-engineer", "test", "live");
        assertThat(verdict()).isEqualTo(GateVerdict.PASS);
        this.jdbc.sql("update evidence set ran_at = ran_at - interval 31 day where release_key = :key")
            .param("key", this.key)
            .update();
        assertThat(verdict()).isEqualTo(GateVerdict.UNKNOWN);
    }

    private GateVerdict verdict() {
        return this.gates.of(this.releases.get(this.key))
            .gates()
            .stream()
            .filter((gate) -> gate.fact().equals("parity.differences"))
            .findFirst()
            .orElseThrow()
            .verdict();
    }

    @Test
    void leavesOutWhatTheServicesDoNotNeed() {
        item("service", ItemType.SERVICE, "", Map.of(), ReleaseDriver.service(this.key));
        relate("service", RelationKind.DEPENDS_ON, "live-db");
        EvidenceDetails found = compare("build-engineer", "test", "live");
        assertThat(found.report().parity()).isEqualTo(new ParityTotals(2, 1));
    }

    @Test
    void namesTheFieldAtFault() {
        item("empty", ItemType.ENVIRONMENT, "", Map.of());
        assertThat(fault("none", "live")).isEqualTo("test");
        assertThat(fault("test", "none")).isEqualTo("production");
        assertThat(fault("live", "live")).isEqualTo("test");
        assertThat(fault("empty", "live")).isEqualTo("test");
        assertThat(fault("test", "empty")).isEqualTo("production");
        assertThat(fault("test", "live-host")).isEqualTo("production");
    }

    @Test
    void isAFormThatLeadsToTheDifferences() {
        Visitor manager = new Visitor(this.port).signIn("test-manager");
        String path = "/releases/" + this.key + "/parity";
        assertThat(manager.page("/releases/" + this.key + "/validation").select("a[href=" + path + "]")).hasSize(1);
        assertThat(manager.page(path).select("[data-from=/pick/environment]").eachAttr("data-name"))
            .containsExactly("test", "production");
        assertThat(manager.get("/pick/environment?q=" + this.mark + "live").body())
            .contains("data-value=\"" + this.mark + "live\"");
        HttpResponse<String> refused = manager.post(path, "test", "", "production", this.mark + "live");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose an environment.");
        HttpResponse<String> done = manager.post(path, "test", this.mark + "test", "production", this.mark + "live");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(manager.page(done.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", ""))
            .text()).contains(name("live-db"), "10.11.9 in the test environment", "4 components compared");
    }

    private String fault(String test, String production) {
        try {
            compare("build-engineer", test, production);
            throw new AssertionError("Not refused");
        }
        catch (InvalidInputException ex) {
            return ex.field();
        }
    }

    private EvidenceDetails compare(String person, String test, String production) {
        return this.acting.as(person, () -> {
            return this.parity.compare(this.key, this.mark + test, this.mark + production);
        });
    }

    private String name(String item) {
        return "Item " + this.mark + item;
    }

    private void item(String item, ItemType type, String edition, Map<String, String> attributes) {
        item(item, type, edition, attributes, name(item));
    }

    private void item(String item, ItemType type, String edition, Map<String, String> attributes, String name) {
        Map<String, String> said = (type == ItemType.OTHER) ? new java.util.TreeMap<>(Map.of("kind", "trap"))
                : new java.util.TreeMap<>();
        said.putAll(attributes);
        this.acting.as("configuration-manager", () -> this.configuration.register(this.mark + item,
                new ItemProfile(name, type, Criticality.LOW, "operations", "", edition, said)));
    }

    private void relate(String source, RelationKind kind, String target) {
        this.acting.as("configuration-manager", () -> this.relations.add(this.mark + source, kind, this.mark + target));
    }

}
