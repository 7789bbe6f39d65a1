package io.slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.Anchor;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Channel;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parts of a plan that reach beyond its release are kept as written, and refused
 * where they refer to nothing.
 */
@SlipwayTest
class PlanPartsTests {

    private static final Instant START = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.MINUTES);

    @Autowired
    SomePerson somePerson;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans current;

    @Autowired
    PlanManagement plans;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsThemAsWritten() {
        String other = register("DETAIL-1");
        String key = register("DETAIL-2");
        Plan plan = plan("environment: staging\nschema_change: true\nbackups: The ledger, to vault B",
                List.of(new Dependency(DependencyKind.TOGETHER, other)),
                List.of(announcement("service-owner; all@example.com", "We begin.\n  It takes an hour. "),
                        announcement("stakeholder", "Done \uD83D\uDE00")),
                List.of(new PlannedPerson(Role.OPERATIONS, "operations")));
        save(key, plan);
        assertThat(this.current.of(key).plan()).isEqualTo(plan);
        assertThat(this.current.of(key).supportEndsAt())
            .isEqualTo(START.plus(Duration.ofHours(2)).plus(Duration.ofDays(14)));
        save(key, with(List.of(), List.of()));
        assertThat(this.current.of(key).plan()).isEqualTo(with(List.of(), List.of()));
    }

    @Test
    void findsThemByTime() {
        String key = register("DETAIL-3");
        save(key, with(List.of(), List.of(new PlannedPerson(Role.OPERATIONS, "operations"))));
        assertThat(this.jdbc
            .sql("select count(*) from release_people p join releases r on r.id = p.release_id where r.release_key = ?"
                    + " and p.schedule_at = r.planned_start and p.ends_at = r.planned_end and p.ended = false")
            .param(key)
            .query(Integer.class)
            .single()).isOne();
        this.acting.as("release-manager", () -> this.releases.cancel(key, "Not needed"));
        assertThat(this.jdbc
            .sql("select p.ended from release_people p join releases r on r.id = p.release_id where r.release_key = ?")
            .param(key)
            .query(Boolean.class)
            .single()).isTrue();
    }

    @Test
    void writesWhatTheyAreFoundByOnlyWhereThatChanges() {
        String key = register("DETAIL-10");
        PlannedPerson operator = new PlannedPerson(Role.OPERATIONS, "operations");
        save(key, with(List.of(), List.of(operator)));
        this.jdbc.sql("delete p from release_people p join releases r on r.id = p.release_id where r.release_key = ?")
            .param(key)
            .update();
        save(key, plan("backups: Other ones", List.of(), List.of(), List.of(operator)));
        assertThat(found(key)).isZero();
        save(key, with(List.of(), List.of(operator, new PlannedPerson(Role.BUILD_ENGINEER, "build-engineer"))));
        assertThat(found(key)).isEqualTo(2);
        save(key, with(List.of(), List.of()));
        assertThat(found(key)).isZero();
    }

    private int found(String key) {
        return this.jdbc
            .sql("select count(*) from release_people p join releases r on r.id = p.release_id where r.release_key = ?")
            .param(key)
            .query(Integer.class)
            .single();
    }

    @Test
    void refusesReleasesThatAreUnknownOrWaitForEachOther() {
        String one = register("DETAIL-4");
        String two = register("DETAIL-5");
        String three = register("DETAIL-6");
        save(one, with(List.of(new Dependency(DependencyKind.LIVE_BEFORE, two)), List.of()));
        save(two, with(List.of(new Dependency(DependencyKind.LIVE_BEFORE, three)), List.of()));
        InvalidInputException circle = refusal(three,
                with(List.of(new Dependency(DependencyKind.LIVE_BEFORE, one)), List.of()));
        assertThat(circle.code()).isEqualTo("release.plan.dependencies.circle");
        assertThat(circle.arguments()).containsExactly("DETAIL-6 \u2192 DETAIL-4 \u2192 DETAIL-5 \u2192 DETAIL-6");
        assertThat(refusal(one, with(List.of(new Dependency(DependencyKind.TOGETHER, one)), List.of())).code())
            .isEqualTo("release.plan.dependencies.self");
        assertThat(refusal(one, with(List.of(new Dependency(DependencyKind.TOGETHER, "NO-SUCH")), List.of())).code())
            .isEqualTo("release.plan.dependencies.unknown");
        assertThat(refusal(one,
                with(List.of(new Dependency(DependencyKind.TOGETHER, two),
                        new Dependency(DependencyKind.NOT_TOGETHER, two)), List.of()))
            .code()).isEqualTo("release.plan.dependencies.twice");
    }

    @Test
    void refusesPeopleWhoDoNotHoldTheirRole() {
        String key = register("DETAIL-7");
        assertThat(refusal(key, with(List.of(), List.of(new PlannedPerson(Role.OPERATIONS, "auditor")))).code())
            .isEqualTo("release.plan.people.role");
        assertThat(refusal(key, with(List.of(), List.of(new PlannedPerson(Role.OPERATIONS, "nobody-here")))).code())
            .isEqualTo("release.plan.people.unknown");
    }

    @Test
    void refusesWhatCannotBeAnnounced() {
        String key = register("DETAIL-8");
        assertThat(refusal(key, announcing(announcement("all branches", "Soon"))).code())
            .isEqualTo("release.plan.announcements.audience");
        assertThat(refusal(key, announcing(announcement(" ", "Soon"))).code())
            .isEqualTo("release.plan.announcements.nobody");
        assertThat(refusal(key, announcing(announcement("auditor", " "))).code())
            .isEqualTo("release.plan.announcements.text");
        assertThat(refusal(key,
                announcing(new Announcement(List.of("auditor"), Channel.MAIL, Anchor.END, Integer.MIN_VALUE, "Soon")))
            .code()).isEqualTo("release.plan.announcements.too-far");
        assertThat(refusal(key,
                plan("environment: Production!\nconfiguration_items: [no-such-item]", List.of(), List.of(), List.of()))
            .field()).isEqualTo("environment");
        assertThat(refusal(key,
                plan("environment: production\nconfiguration_items: [no-such-item]", List.of(), List.of(), List.of()))
            .code()).isEqualTo("release.plan.items.unknown");
    }

    @Test
    void refusesToAnnounceToTheWholeWorld() {
        String key = register("DETAIL-9");
        InvalidInputException refused = refusal(key, announcing(announcement("operations, ceo@rival.example", "Soon")));
        assertThat(refused.field()).isEqualTo("announcements");
        assertThat(refused.code()).isEqualTo("release.plan.announcements.outside-domains");
        assertThat(refused.arguments()).containsExactly("ceo@rival.example", "example.com");
        for (String lookalike : List.of("a@example.com.rival.example", "a@notexample.com", "a@sub.example.com")) {
            assertThat(refusal(key, announcing(announcement(lookalike, "Soon"))).code())
                .isEqualTo("release.plan.announcements.outside-domains");
        }
        save(key, announcing(announcement("Branches@Example.COM", "Soon")));
        String person = this.somePerson.withAddress("p-" + UUID.randomUUID() + "@elsewhere.example");
        save(key, announcing(announcement(person.toUpperCase(Locale.ROOT), "Soon")));
    }

    private String register(String key) {
        return this.acting.as("release-manager", () -> this.releases.register(
                new RegisterRelease(key, "Cards", ReleaseType.MINOR, DeploymentModel.BIG_BANG, List.of("Payments"))));
    }

    private void save(String key, Plan plan) {
        this.acting.as("release-manager", () -> this.plans.save(key, this.releases.get(key).version(), plan));
    }

    private InvalidInputException refusal(String key, Plan plan) {
        try {
            save(key, plan);
        }
        catch (InvalidInputException ex) {
            return ex;
        }
        throw new AssertionError("Not refused");
    }

    private static Plan with(List<Dependency> dependencies, List<PlannedPerson> people) {
        return plan("", dependencies, List.of(), people);
    }

    private static Plan announcing(Announcement announcement) {
        return plan("", List.of(), List.of(announcement), List.of());
    }

    private static Announcement announcement(String audience, String text) {
        return new Announcement(List.of(audience), Channel.MAIL, Anchor.START, -60, text);
    }

    private static Plan plan(String more, List<Dependency> dependencies, List<Announcement> announcements,
            List<PlannedPerson> people) {
        return PlanYaml.read("""
                name: Cards
                type: minor
                model: big_bang
                scope: Tokens
                services: [Payments]
                rollback_criteria: Failures
                rollback_plan: Switch back
                support_days: 14
                %s
                """.formatted(more))
            .withTimes(new Plan.Times(START, START.plus(Duration.ofHours(2)), dependencies))
            .withCommunication(new Plan.Communication("Mail", announcements))
            .withPeople(new Plan.People(List.of("stakeholder"), people));
    }

}
