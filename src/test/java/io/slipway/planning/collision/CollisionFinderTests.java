package io.slipway.planning.collision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.planning.collision.DependencyState.Standing;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which neighbours and dependencies are in the way of a deployment, and which are not.
 */
class CollisionFinderTests {

    private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

    private static final PlannedDeployment PLAN = plan("ONE-1", TEN, 2);

    @Test
    void namesEachOverlappingDeploymentOnceWithAllThatIsShared() {
        List<Clash> findings = CollisionFinder.neighbours(PLAN,
                List.of(neighbour(CollisionKind.SERVICE, "Payments", "TWO-1", 11, 14),
                        neighbour(CollisionKind.SERVICE, "Cards", "TWO-1", 11, 14),
                        neighbour(CollisionKind.PERSON_BUSY, "dan", "TWO-1", 11, 14),
                        neighbour(CollisionKind.SERVICE, "Payments", "ONE-1", 10, 12)));
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0)).isEqualTo(new Clash(CollisionKind.SERVICE, true, "SERVICE", "TWO-1",
                List.of("Cards", "Payments"), TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2))));
        assertThat(findings.get(1).blocking()).isFalse();
    }

    @Test
    void findsNothingWhereTimesOnlyTouch() {
        assertThat(
                CollisionFinder.neighbours(PLAN, List.of(neighbour(CollisionKind.SERVICE, "Payments", "TWO-1", 12, 14),
                        neighbour(CollisionKind.SERVICE, "Payments", "TWO-2", 8, 10))))
            .isEmpty();
    }

    @Test
    void wantsDependenciesLiveInTime() {
        assertThat(codes(asked(DependencyKind.LIVE_BEFORE, Standing.LIVE, null, null))).isEmpty();
        assertThat(codes(asked(DependencyKind.LIVE_BEFORE, Standing.COMING, 8, 10))).isEmpty();
        assertThat(codes(asked(DependencyKind.LIVE_BEFORE, Standing.COMING, 8, 11))).containsExactly("DEPENDENCY");
        assertThat(codes(asked(DependencyKind.LIVE_BEFORE, Standing.COMING, null, null)))
            .containsExactly("DEPENDENCY.unplanned");
        assertThat(codes(asked(DependencyKind.LIVE_BEFORE, Standing.GONE, 8, 9))).containsExactly("DEPENDENCY.gone");
    }

    @Test
    void warnsOfThoseThatWaitForIt() {
        DependencyState waiting = new DependencyState("ONE-1", DependencyKind.LIVE_BEFORE, false, "TWO-1",
                Standing.COMING, Phase.PLAN, at(11), at(13));
        assertThat(codes(waiting)).containsExactly("DEPENDENCY.late");
        assertThat(CollisionFinder.dependencies(PLAN, List.of(waiting)).get(0).blocking()).isFalse();
    }

    @Test
    void keepsApartWhatMustNotBeTogetherAndTogetherWhatMust() {
        assertThat(codes(asked(DependencyKind.NOT_TOGETHER, Standing.COMING, 11, 13))).containsExactly("NOT_TOGETHER");
        assertThat(codes(asked(DependencyKind.NOT_TOGETHER, Standing.COMING, 12, 13))).isEmpty();
        assertThat(codes(asked(DependencyKind.NOT_TOGETHER, Standing.LIVE, 11, 13))).isEmpty();
        assertThat(codes(asked(DependencyKind.TOGETHER, Standing.COMING, 11, 13))).isEmpty();
        assertThat(codes(asked(DependencyKind.TOGETHER, Standing.COMING, 13, 14))).containsExactly("TOGETHER");
        assertThat(codes(asked(DependencyKind.TOGETHER, Standing.GONE, 11, 13))).containsExactly("TOGETHER.gone");
    }

    @Test
    void findsTheSameForAWholePeriodAtOnce() {
        PlannedDeployment other = plan("TWO-1", at(11), 3);
        PlannedDeployment later = plan("TWO-2", at(14), 1);
        Map<String, List<Neighbour>> found = PeriodCollisions.neighbours(List.of(later, other, PLAN));
        assertThat(found).containsOnlyKeys("ONE-1", "TWO-1");
        assertThat(found.get("ONE-1"))
            .containsExactly(new Neighbour(CollisionKind.SERVICE, "Payments", "TWO-1", at(11), at(14)));
        assertThat(found.get("TWO-1")).extracting(Neighbour::key).containsExactly("ONE-1");
    }

    private static List<String> codes(DependencyState state) {
        return CollisionFinder.dependencies(PLAN, List.of(state)).stream().map(Clash::code).toList();
    }

    private static DependencyState asked(DependencyKind kind, Standing standing, @Nullable Integer start,
            @Nullable Integer end) {
        return new DependencyState("ONE-1", kind, true, "TWO-1", standing, Phase.PLAN,
                (start != null) ? at(start) : null, (end != null) ? at(end) : null);
    }

    private static Neighbour neighbour(CollisionKind kind, String thing, String key, int from, int until) {
        return new Neighbour(kind, thing, key, at(from), at(until));
    }

    private static PlannedDeployment plan(String key, Instant start, int hours) {
        return new PlannedDeployment(key, key, ReleaseType.MINOR, "production", List.of("Payments"), List.of(),
                List.of(), List.of(), start, start.plus(Duration.ofHours(hours)), false, true);
    }

    private static Instant at(int hour) {
        return TEN.plus(Duration.ofHours(hour - 10));
    }

}
