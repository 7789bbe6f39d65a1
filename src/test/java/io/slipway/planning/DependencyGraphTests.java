package io.slipway.planning;

import java.util.List;

import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Releases that would wait for each other are found, whatever lies between them.
 */
class DependencyGraphTests {

    private final DependencyGraph graph = new DependencyGraph(List.of(link("B", DependencyKind.LIVE_BEFORE, "C"),
            link("C", DependencyKind.LIVE_BEFORE, "D"), link("T", DependencyKind.TOGETHER, "D"),
            link("N", DependencyKind.NOT_TOGETHER, "D"), link("D", DependencyKind.LIVE_BEFORE, "Z")));

    @Test
    void namesTheWholeCircle() {
        assertThat(this.graph.circle("D", asked(DependencyKind.LIVE_BEFORE, "B")).orElseThrow()).containsExactly("D",
                "B", "C", "D");
    }

    @Test
    void countsReleasesThatGoTogetherAsOne() {
        assertThat(new DependencyGraph(List.of(link("Y", DependencyKind.TOGETHER, "X"))).circle("X",
                asked(DependencyKind.LIVE_BEFORE, "Y")))
            .contains(List.of("X", "Y", "X"));
        assertThat(new DependencyGraph(List.of(link("Y", DependencyKind.TOGETHER, "X"))).circle("X",
                asked(DependencyKind.TOGETHER, "Y")))
            .isEmpty();
    }

    @Test
    void letsReleasesWaitInARow() {
        assertThat(this.graph.circle("A", asked(DependencyKind.LIVE_BEFORE, "B"))).isEmpty();
        assertThat(this.graph.circle("Z", asked(DependencyKind.NOT_TOGETHER, "B"))).isEmpty();
    }

    @Test
    void forgetsWhatThePlanAskedBefore() {
        assertThat(this.graph.circle("B", asked(DependencyKind.TOGETHER, "A"))).isEmpty();
    }

    @Test
    void findsWhoAsksTheOpposite() {
        assertThat(this.graph.contradiction("D", asked(DependencyKind.NOT_TOGETHER, "T"))).contains("T");
        assertThat(this.graph.contradiction("D", asked(DependencyKind.TOGETHER, "N"))).contains("N");
        assertThat(this.graph.contradiction("D", asked(DependencyKind.NOT_TOGETHER, "N"))).isEmpty();
        assertThat(this.graph.contradiction("D", asked(DependencyKind.LIVE_BEFORE, "T"))).isEmpty();
    }

    private static DependencyGraph.Link link(String from, DependencyKind kind, String to) {
        return new DependencyGraph.Link(from, kind, to);
    }

    private static List<Dependency> asked(DependencyKind kind, String release) {
        return List.of(new Dependency(kind, release));
    }

}
