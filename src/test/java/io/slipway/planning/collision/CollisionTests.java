package io.slipway.planning.collision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: collisions of each kind are found while planning, with the next free slot,
 * and for a whole period at once.
 */
@SlipwayTest
class CollisionTests {

    private static final String MANAGER = "release-manager";

    private static final String SERVICE = "Collided service";

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    CurrentPlans current;

    @Autowired
    PlanManagement plans;

    @Autowired
    CollisionManagement collisions;

    @Autowired
    PeriodManagement periods;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private Instant start;

    @BeforeEach
    void setTime() {
        this.start = this.clock.instant().plus(Duration.ofDays(200)).truncatedTo(ChronoUnit.HOURS);
    }

    @Test
    void findsWhatSharesAServiceAndTheNextFreeSlot() {
        String one = planned("One", SERVICE, this.start, 2);
        String other = planned("Other", SERVICE, this.start.plus(Duration.ofHours(1)), 3);
        String apart = planned("Apart", SERVICE + " apart", this.start, 2);
        assertThat(report(apart).any()).isFalse();
        CollisionReport report = report(one);
        assertThat(report.blocking()).isTrue();
        assertThat(report.collisions()).hasSize(1);
        assertThat(report.collisions().get(0)).satisfies((collision) -> {
            assertThat(collision.kind()).isEqualTo(CollisionKind.SERVICE);
            assertThat(collision.with()).isEqualTo(other);
            assertThat(collision.reason()).contains(other, SERVICE);
            assertThat(collision.until()).isEqualTo(this.start.plus(Duration.ofHours(2)));
        });
        assertThat(report.nextFree()).isEqualTo(this.start.plus(Duration.ofHours(4)));
        Map<String, List<Collision>> month = this.collisions.between(this.start.minus(Duration.ofDays(3)),
                this.start.plus(Duration.ofDays(3)));
        assertThat(month).containsKeys(one, other).doesNotContainKey(apart);
        assertThat(this.collisions.of(List.of(one))).containsOnlyKeys(one);
        assertThat(this.collisions.of(List.of("NONE-1"))).isEmpty();
        useTheFreeSlot(one);
    }

    private void useTheFreeSlot(String key) {
        this.driver.complete(MANAGER, key, "complete-plan", "free-slot", "scope", "Typed on the way.");
        ReleaseDetails moved = this.releases.get(key);
        assertThat(moved.plannedStart()).isEqualTo(this.start.plus(Duration.ofHours(4)));
        assertThat(moved.plannedEnd()).isEqualTo(this.start.plus(Duration.ofHours(6)));
        assertThat(this.current.of(key).plan().scope().scope()).isEqualTo("Typed on the way.");
        assertThat(report(key).any()).isFalse();
    }

    @Test
    void findsAFreezeAndWhenItIsOver() {
        String key = planned("Frozen", SERVICE + " in winter", this.start, 2);
        LocalDateTime from = LocalDateTime.ofInstant(this.start, ZoneOffset.UTC);
        this.acting.as(MANAGER,
                () -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Winter", "Few people.", MANAGER,
                        new PeriodScope(List.of(SERVICE + " in winter"), List.of(), List.of()), "UTC",
                        from.minusDays(1), from.plusDays(1), "", null, List.of())));
        CollisionReport report = report(key);
        assertThat(report.collisions()).extracting(Collision::kind).containsExactly(CollisionKind.FREEZE);
        assertThat(report.collisions().get(0).link()).startsWith("/schedule/periods/");
        assertThat(report.nextFree()).isEqualTo(this.start.plus(Duration.ofDays(1)));
        assertThat(this.collisions.of(List.of(key)).get(key)).extracting(Collision::kind)
            .containsExactly(CollisionKind.FREEZE);
    }

    @Test
    void findsWhatMissesItsWindow() {
        String key = planned("Without window", SERVICE + " by window", this.start, 2);
        this.database.update(
                "update plans p join releases r on r.id = p.release_id set p.risk = 'HIGH', p.window_required = true"
                        + " where r.release_key = ?",
                key);
        assertThat(report(key).collisions()).extracting(Collision::kind).contains(CollisionKind.WINDOW);
        assertThat(this.collisions.of(List.of(key)).get(key)).extracting(Collision::kind)
            .contains(CollisionKind.WINDOW);
    }

    @Test
    void findsDependenciesThatAreLateTogetherOrApart() {
        String key = planned("Dependent", SERVICE + " above", this.start, 2);
        String below = planned("Below", SERVICE + " below", this.start.plus(Duration.ofHours(1)), 4);
        assertThat(kinds(key, below, "LIVE_BEFORE")).containsExactly(CollisionKind.DEPENDENCY);
        assertThat(report(key).nextFree()).isEqualTo(this.start.plus(Duration.ofHours(5)));
        assertThat(report(below).collisions()).extracting(Collision::blocking).containsExactly(false);
        assertThat(kinds(key, below, "NOT_TOGETHER")).containsExactly(CollisionKind.NOT_TOGETHER);
        assertThat(report(key).nextFree()).isEqualTo(this.start.plus(Duration.ofHours(5)));
        assertThat(kinds(key, below, "TOGETHER")).isEmpty();
        this.driver.complete(MANAGER, below, "complete-plan", "save", "plannedStart", local(this.start, 30),
                "plannedEnd", local(this.start, 31));
        assertThat(kinds(key, below, "TOGETHER")).containsExactly(CollisionKind.TOGETHER);
        assertThat(report(key).blocking()).isFalse();
    }

    @Test
    void findsPeopleWhoAreAwayOrNeededTwice() {
        String key = planned("Needs somebody", SERVICE + " one", this.start, 2);
        String other = planned("Needs the same", SERVICE + " two", this.start, 2);
        for (String one : List.of(key, other)) {
            plan(one, List.of(), List.of(new PlannedPerson(Role.OPERATIONS, "operations")));
        }
        assertThat(report(key).collisions()).extracting(Collision::kind).containsExactly(CollisionKind.PERSON_BUSY);
        this.database.update("""
                insert into absences (person_id, from_at, until_at, version)
                select id, ?, ?, 0 from people where user_name = 'operations'""",
                LocalDateTime.ofInstant(this.start.minusSeconds(3600), ZoneOffset.UTC),
                LocalDateTime.ofInstant(this.start.plusSeconds(36_000), ZoneOffset.UTC));
        try {
            assertThat(report(key).collisions()).extracting(Collision::kind)
                .containsExactly(CollisionKind.PERSON_AWAY, CollisionKind.PERSON_BUSY);
            assertThat(report(key).nextFree()).isEqualTo(this.start.plusSeconds(36_000));
            assertThat(this.collisions.of(List.of(key)).get(key)).hasSize(2);
        }
        finally {
            this.database.update("""
                    delete a from absences a join people p on p.id = a.person_id where p.user_name = 'operations'""");
        }
    }

    private List<CollisionKind> kinds(String key, String other, String kind) {
        plan(key, List.of(new Dependency(DependencyKind.valueOf(kind), other)), List.of());
        return report(key).collisions().stream().map(Collision::kind).toList();
    }

    private void plan(String key, List<Dependency> dependencies, List<PlannedPerson> people) {
        Plan plan = this.current.of(key).plan();
        Plan.Times times = new Plan.Times(plan.times().plannedStart(), plan.times().plannedEnd(), dependencies);
        this.acting.as(MANAGER, () -> this.plans.save(key, this.releases.get(key).version(),
                plan.withTimes(times).withPeople(new Plan.People(List.of(), people))));
    }

    private CollisionReport report(String key) {
        return this.collisions.of(this.releases.get(key));
    }

    private String planned(String name, String service, Instant at, int hours) {
        String key = this.driver.register(name);
        this.driver.complete(MANAGER, key, "complete-plan", "save", "services", List.of(service), "plannedStart",
                local(at, 0), "plannedEnd", local(at, hours));
        return key;
    }

    private static String local(Instant at, int hours) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).plusHours(hours).toString();
    }

}
