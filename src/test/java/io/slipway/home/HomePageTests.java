package io.slipway.home;

import java.util.List;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The home page says what needs a person today, with the same few statements whatever
 * there is.
 */
@SlipwayTest
class HomePageTests {

    private static final int MOST_STATEMENTS = 28;

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Acting acting;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    StatementCounter statements;

    @Test
    void asksAnUnknownVisitorToSignIn() {
        assertThat(new Visitor(this.port).get("/").headers().firstValue("Location")).get()
            .asString()
            .endsWith("/sign-in");
    }

    @Test
    void saysWhatWouldAppearWhereNothingDoes() {
        Document page = new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR)).page("/");
        assertThat(page.select("h1").eachText()).containsExactly("What needs me today");
        assertThat(page.select(".empty-state").text()).contains("No task is yours",
                "Nothing waits for one of your roles");
        assertThat(page.select("main").text()).doesNotContain("My releases", "Register a release");
    }

    @Test
    void showsTheTasksAndReleasesOfThePerson() {
        String person = this.somePerson.with(Role.RELEASE_MANAGER);
        String key = register(person);
        this.acting.as(person, () -> this.acts.claim(task(key)));
        Document page = new Visitor(this.port).signIn(person).page("/");
        assertThat(page.select("main .lead").text()).contains("One task is yours");
        assertThat(page.select("table[aria-label=My tasks]").text()).contains("Complete plan", key);
        assertThat(page.select("table[aria-label=My tasks] tbody th a").attr("href")).startsWith("/tasks/");
        assertThat(page.select("table:contains(My releases)").text()).contains(key, "Plan", "Complete plan", person);
        assertThat(page.select(".berths a[href=/releases?phase=PLAN]")).hasSize(1);
    }

    @Test
    void showsADeciderACardWithWhatDecides() {
        String key = this.driver.register("Card");
        this.driver.completePlan(key);
        this.driver.approvePlan(key, "stakeholder");
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.deliverUnit(key);
        this.driver.deliver(key);
        String task = this.driver.await(key, "assess-test-results").id();
        String person = this.somePerson.with(Role.TEST_MANAGER);
        this.acting.as(person, () -> this.acts.claim(task));
        Document page = new Visitor(this.port).signIn(person).page("/");
        Element card = page.select(".card").first();
        assertThat(card.text()).contains(key, "Assess test results", "Planned time", "Risk", "Yours, as Test manager");
        assertThat(card.select(".card-link").attr("href")).startsWith("/tasks/");
    }

    @Test
    void showsTheRolesTheirParts() {
        Document operations = page(Role.OPERATIONS);
        assertThat(operations.select("h2").eachText()).contains("Deployments and incidents", "In early life");
        Document manager = page(Role.RELEASE_MANAGER);
        assertThat(manager.select("h2").eachText()).contains("In the way in the next 14 days");
        assertThat(manager.select(".strip > li")).hasSize(14);
        Document auditor = page(Role.AUDITOR);
        assertThat(auditor.select("h2").eachText()).contains("Latest deviations").doesNotContain("How the portal is");
        assertThat(auditor.select(".deciding-label a").eachText()).containsExactly("The record");
        Document administrator = page(Role.ADMINISTRATOR);
        assertThat(administrator.select("h2").first().text()).isEqualTo("How the portal is");
        assertThat(administrator.select(".deciding-label a").eachText()).containsExactly("The record",
                "Jobs of the engine", "Mail", "Events of tools");
    }

    private Document page(Role role) {
        return new Visitor(this.port).signIn(this.somePerson.with(role)).page("/");
    }

    @Test
    void asksTheDatabaseAFixedNumberOfTimes() {
        String person = this.somePerson.with(Role.RELEASE_MANAGER, Role.OPERATIONS);
        register(person);
        Visitor visitor = new Visitor(this.port).signIn(person);
        visitor.get("/");
        int before = statements(visitor);
        register(person);
        register(person);
        assertThat(statements(visitor)).isEqualTo(before).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private int statements(Visitor visitor) {
        String name = UUID.randomUUID().toString();
        assertThat(visitor.get("/", StatementCounter.HEADER, name).statusCode()).isEqualTo(200);
        List<String> issued = this.statements.of(name);
        assertThat(issued).isNotEmpty();
        return issued.size();
    }

    private String register(String person) {
        String key = "HOM-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        this.acting.as(person, () -> this.releases.register(new RegisterRelease(key, "Release " + key,
                ReleaseType.MINOR, DeploymentModel.PHASED, List.of("Payments"))));
        task(key);
        return key;
    }

    private String task(String key) {
        return Awaitility.await()
            .until(() -> this.workItems.openOf(key).stream().map(WorkItem::id).findFirst().orElse(""),
                    (id) -> !id.isEmpty());
    }

}
