package io.slipway.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.slipway.database.TestDatabase;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.PlanPolicy;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleasePolicy;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.DecisionCount;
import io.slipway.test.TestMail;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A short past, told by the demo at its first start while the portal is open. It needs a
 * portal of its own: no other has the demo's clock.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "slipway.demo.past=classpath:demo/short-past.yaml", "slipway.sign-in.hash-memory=64",
                "slipway.sign-in.hash-iterations=1", "logging.level.root=warn" })
@ContextConfiguration(initializers = { TestDatabase.class, TestMail.class })
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoPastTests {

    private static final List<String> ENDED = List.of("OLD-1", "OLD-2", "OLD-3", "OLD-4");

    @Autowired
    DemoCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans plans;

    @Autowired
    PolicyManagement policies;

    @LocalServerPort
    int port;

    @BeforeAll
    void untilTheReleasesOfTodayHaveBegun() {
        Awaitility.await()
            .atMost(Duration.ofMinutes(5))
            .until(() -> number(
                    "select count(*) from audit_entries where release_key = :key and action = 'plan.confirmed'",
                    DemoRelease.CONTRAST.key()) > 0);
    }

    @Test
    void endsEachReleaseAsItsStorySays() {
        assertThat(this.jdbc.sql("select release_key, status from releases where release_key like 'OLD-%' order by 1")
            .query((row, number) -> row.getString(1) + " " + row.getString(2))
            .list()).containsExactly("OLD-1 CLOSED", "OLD-2 ROLLED_BACK", "OLD-3 CANCELLED", "OLD-4 CLOSED");
        assertThat(actions("OLD-1")).contains("plan.escalated", "incident.reported", "incident.resolved");
        assertThat(actions("OLD-2")).contains("plan.rejected", "waiver.approved", "deployment.rolled-back");
        assertThat(actions("OLD-4")).contains("freeze-exception.approved", "freeze-exception.granted");
    }

    @Test
    void recordsEverythingInTheOrderOfItsToldTimeAndSaysThatItIsMade() {
        assertThat(number("""
                select count(*) from (select at, lag(at) over (order by sequence) as before_it from audit_entries
                 where made_for_demo) told where at < before_it""")).isZero();
        assertThat(number("select count(*) from audit_entries where release_key like 'OLD-%' and not made_for_demo"))
            .isZero();
        assertThat(number("""
                select count(*) from audit_entries where release_key = :key and not made_for_demo
                   and (actor <> 'system' or action = 'phase.begun')""", DemoRelease.CONTRAST.key()))
            .as("what happens in the present is made as well")
            .isZero();
        assertThat(this.jdbc.sql("select max(at) from audit_entries where made_for_demo").query(Instant.class).single())
            .isBefore(Instant.now());
        Instant started = this.jdbc
            .sql("select at from audit_entries where release_key = 'OLD-1' and action = 'deployment.started'")
            .query(Instant.class)
            .single();
        assertThat(started).isBetween(Instant.now().minus(Duration.ofDays(183)),
                Instant.now().minus(Duration.ofDays(170)));
        assertThat(number("""
                select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ like 'OLD-%'
                   and (END_TIME_ is null or END_TIME_ < START_TIME_ or END_TIME_ > now() - interval 30 day)"""))
            .isZero();
    }

    /** By hand, and of kinds that no other test takes the whole way. */
    @Test
    void takesTheStepsThatThePolicyAsksFor() {
        for (String key : List.of("OLD-1", "OLD-4")) {
            ReleaseDetails release = this.releases.get(key);
            PlanPolicy decided = Objects.requireNonNull(this.plans.of(key).policy());
            ReleasePolicy policy = this.policies
                .releasePolicy(new PolicyInputs(release.type(), decided.risk(), release.model()));
            assertThat(new DecisionCount(this.jdbc).of(key))
                .filteredOn((step) -> !step.matches(".*_(ApprovePlan|Authorise.*Change|.*FreezeException)"))
                .as("Decisions besides votes on %s, %s %s", key, release.type(), release.model())
                .hasSize(1 + DecisionCount.steps(policy, release.type(), (step) -> false));
        }
    }

    @Test
    void leavesNothingToDo() {
        for (String key : ENDED) {
            assertThat(number("select count(*) from work_items where business_key = :key and state = 'OPEN'", key))
                .isZero();
            assertThat(number("select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = :key", key)).isZero();
        }
        assertThat(number("""
                select count(*) from ACT_RU_JOB where CREATE_TIME_ < now() - interval 1 day
                   and PROCESS_INSTANCE_ID_ is not null""")).isZero();
        assertThat(number("select count(*) from notifications where release_key like 'OLD-%' and mail <> 'SKIPPED'"))
            .isZero();
        assertThat(number("select count(*) from notifications where release_key like 'OLD-%' and notice = 'UNREAD'"))
            .isZero();
    }

    @Test
    void showsItsOriginOnThePages() {
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        assertThat(auditor.page("/releases/OLD-2").text()).contains("Outcome");
        assertThat(auditor.page("/releases/OLD-2/history").select(".trail > li")).isNotEmpty()
            .allMatch((row) -> row.text().contains("made for the demo"));
        assertThat(auditor.page("/").select(".cast").text()).contains("Demo: you are");
    }

    private List<String> actions(String key) {
        return this.jdbc.sql("select action from audit_entries where release_key = :key")
            .param("key", key)
            .query(String.class)
            .list();
    }

    private int number(String sql) {
        return this.jdbc.sql(sql).query(Integer.class).single();
    }

    private int number(String sql, String key) {
        return this.jdbc.sql(sql).param("key", key).query(Integer.class).single();
    }

}
