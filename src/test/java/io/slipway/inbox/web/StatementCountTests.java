package io.slipway.inbox.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page costs a small, fixed number of SQL statements, whatever it shows: no list asks
 * the database once per row. What every request costs, for its session and once in some
 * seconds for the names of people, and for the bell, is left out.
 */
@SlipwayTest
class StatementCountTests {

    /**
     * With what is in the way of the planned time; the search for the next opening reads
     * at most three stretches of the schedule.
     */
    private static final int MOST = 28;

    /**
     * Pages that judge readiness, gates and risk ask what many features know.
     */
    private static final List<String> JUDGING = List.of("assess-test-results", "decide-go-no-go", "start-deployment",
            "request-change", "supply-information", "authorise-change", "resolve-no-go");

    private static final int MOST_JUDGING = 42;

    @LocalServerPort
    int port;

    @Autowired
    SomeRelease releases;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    StatementCounter counter;

    @Test
    void pagesCostTheSameWithManyRowsAsWithFew() {
        String name = "S" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        this.releases.task(this.releases.registered(name + "-0"), "Task_CompletePlan", null);
        List<String> lists = List.of("/", "/releases", "/releases?text=" + name, "/tasks?view=my-groups&text=" + name,
                "/tasks?view=unassigned", "/tasks?view=mine");
        Visitor manager = visitor("release-manager");
        Map<String, List<String>> few = statements(manager, lists);
        for (int i = 1; i <= 8; i++) {
            this.releases.task(this.releases.registered(name + "-" + i), "Task_CompletePlan", null);
        }
        assertThat(manager.page("/tasks?view=my-groups&text=" + name).select("tbody tr")).hasSize(9);
        assertSame(few, statements(manager, lists));
    }

    @Test
    void theDecisionPageCostsTheSameAfterManyComments() {
        String key = this.releases.submitted("stakeholder", "stakeholder-2");
        String task = this.releases.approval(key, "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        List<String> pages = List.of("/tasks/" + task, "/releases/" + key);
        Map<String, List<String>> few = statements(stakeholder, pages);
        for (int i = 0; i < 5; i++) {
            stakeholder.post("/tasks/" + task + "/comments", "comment", "Remark " + i);
        }
        assertSame(few, statements(stakeholder, pages));
    }

    @Test
    void theDecisionPageOfEveryStepCostsLittle() {
        String key = this.driver.register("Counted");
        Map<String, List<String>> counted = new LinkedHashMap<>();
        counted.putAll(page(key, "complete-plan", "release-manager"));
        this.driver.completePlan(key);
        counted.putAll(page(key, "approve-plan", "stakeholder"));
        this.driver.approvePlan(key, "stakeholder");
        this.driver.approvePlan(key, "stakeholder-2");
        this.driver.deliverUnit(key);
        counted.putAll(page(key, "deliver-units", "build-engineer"));
        this.driver.deliver(key);
        counted.putAll(page(key, "assess-test-results", "test-manager"));
        this.driver.passTests(key);
        counted.putAll(page(key, "rehearse-rollback", "deployment-manager"));
        this.driver.rehearseRollback(key);
        counted.putAll(page(key, "request-change", "release-manager"));
        this.driver.requestChange(key);
        this.driver.askForMore(key);
        counted.putAll(page(key, "supply-information", "release-manager"));
        this.driver.supplyInformation(key);
        counted.putAll(page(key, "authorise-change", "change-authority"));
        this.driver.authoriseChange(key);
        deploy(key, counted);
        counted.putAll(page(key, "watch-release", "operations"));
        this.driver.askForHandover(key, "watch-release");
        counted.putAll(page(key, "decide-on-early-end", "service-owner"));
        this.driver.endEarly(key);
        counted.putAll(page(key, "hold-review", "release-manager"));
        counted.putAll(page(key, "confirm-configuration", "configuration-manager"));
        assertThat(counted).hasSizeGreaterThan(15);
        SoftAssertions.assertSoftly((softly) -> counted.forEach((step, statements) -> softly.assertThat(statements)
            .as(step)
            .hasSizeLessThanOrEqualTo(JUDGING.contains(step) ? MOST_JUDGING : MOST)));
    }

    private void deploy(String key, Map<String, List<String>> counted) {
        counted.putAll(page(key, "announce-deployment", "release-manager"));
        this.driver.announce(key);
        this.driver.decideNoGo(key);
        counted.putAll(page(key, "resolve-no-go", "release-manager"));
        this.driver.resolveNoGo(key);
        counted.putAll(page(key, "decide-go-no-go", "deployment-manager"));
        this.driver.decideGo(key);
        counted.putAll(page(key, "confirm-backups", "deployment-manager"));
        this.driver.confirmBackups(key);
        counted.putAll(page(key, "start-deployment", "deployment-manager"));
        this.driver.startDeployment(key);
        counted.putAll(page(key, "deploy-package", "deployment-manager"));
        this.driver.failDeployment(key);
        counted.putAll(page(key, "decide-on-failure", "deployment-manager"));
        this.driver.retryDeployment(key);
        this.driver.startDeployment(key);
        this.driver.deployPackage(key);
        counted.putAll(page(key, "verify-deployment", "deployment-manager"));
        this.driver.verifyDeployment(key);
    }

    private Map<String, List<String>> page(String key, String step, String person) {
        String path = "/tasks/" + this.driver.await(key, step).id();
        return Map.of(step, statements(visitor(person), List.of(path)).get(path));
    }

    private static void assertSame(Map<String, List<String>> few, Map<String, List<String>> many) {
        SoftAssertions.assertSoftly((softly) -> many.forEach((path, statements) -> softly.assertThat(statements)
            .as(path)
            .hasSizeLessThanOrEqualTo(path.startsWith("/releases/") ? MOST_JUDGING : MOST)
            .hasSameSizeAs(few.get(path))));
    }

    /** The statements of each page, once it has been opened before. */
    private Map<String, List<String>> statements(Visitor visitor, List<String> paths) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String path : paths) {
            visitor.get(path);
            String name = UUID.randomUUID().toString();
            assertThat(visitor.get(path, StatementCounter.HEADER, name).statusCode()).as(path).isEqualTo(200);
            found.put(path, this.counter.of(name).stream().filter(StatementCountTests::isOfThePage).toList());
        }
        return found;
    }

    private static boolean isOfThePage(String sql) {
        return !sql.contains("SPRING_SESSION") && !sql.contains("from people p") && !sql.contains("notice = 'UNREAD'");
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

}
