package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.slipway.monitor.timeline.Chart.Bar;
import io.slipway.monitor.timeline.Chart.Part;
import io.slipway.monitor.timeline.Entry.Fate;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseStatus;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A timeline tells apart what waited and what was worked on, and can be read however
 * short, long or often repeated everything was.
 */
@SlipwayTest
class TimelinesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Timelines timelines;

    @Test
    void tellsWaitingFromWorking() {
        SomeHistory history = new SomeHistory().phase("PLAN", 0, null)
            .step("Complete plan", 0, 6.0, 10, "submit")
            .step("Approve plan", 10, null, 14, "approve")
            .open("Deliver units", 16);
        ReleaseTimeline timeline = open(history, 20);
        assertThat(entries(timeline)).extracting(Entry::waited)
            .containsExactly(Duration.ofHours(6), Duration.ofHours(4), Duration.ofHours(4));
        assertThat(entries(timeline)).extracting(Entry::held)
            .containsExactly(Duration.ofHours(4), Duration.ZERO, Duration.ZERO);
        TimeShares shares = timeline.shares();
        assertThat(shares).isEqualTo(
                new TimeShares(Duration.ofHours(20), Duration.ofHours(4), Duration.ofHours(14), Duration.ofHours(2)));
        assertThat(shares.percent(shares.waiting())).isEqualTo(70);
        assertThat(bar(timeline, "Complete plan").parts()).extracting(Part::kind).containsExactly("waiting", "held");
        assertThat(bar(timeline, "Complete plan").title())
            .isEqualTo("Complete plan: submitted by Rhea Malik, waited 6 h, in hand 4 h");
        Chart.Row phase = row(timeline, "phase", "Plan");
        assertThat(phase.bars().get(0).parts()).extracting(Part::kind).containsExactly("busy", "busy", "gap", "busy");
    }

    @Test
    void countsRounds() {
        SomeHistory history = new SomeHistory().phase("PLAN", 0, 40.0)
            .step("Complete plan", 0, null, 10, "submit")
            .step("Approve plan", 10, null, 14, "reject")
            .step("Complete plan", 14, null, 20, "submit")
            .step("Approve plan", 20, null, 40, "approve");
        ReleaseTimeline timeline = open(history, 50);
        assertThat(entries(timeline)).extracting(Entry::round).containsExactly(1, 1, 2, 2);
        assertThat(entries(timeline)).extracting(Entry::rounds).containsOnly(2);
        Chart.Row row = row(timeline, "step", "Approve plan");
        assertThat(row.bars()).extracting(Bar::kind).containsExactly("sent-back", "done");
        assertThat(row.bars().get(0).title()).startsWith("Approve plan, round 1: rejected by Rhea Malik");
        assertThat(row.bars().get(0).description()).contains("Not in the week of the audit.");
        assertThat(entries(timeline).get(1).fate()).isEqualTo(Fate.SENT_BACK);
    }

    @Test
    void keepsManyRoundsReadable() {
        SomeHistory history = new SomeHistory().phase("PLAN", 0, 300.0);
        for (int round = 0; round < 60; round++) {
            history.step("Complete plan", 2 * round, null, 2 * round + 1, "submit");
            history.step("Approve plan", 2 * round + 1, null, 2 * round + 2, "reject");
        }
        Chart chart = open(history, 5_000).chart();
        chart.rows().forEach((row) -> assertThat(row.height()).isLessThanOrEqualTo(12 * ChartRows.LANE + 10));
        assertThat(row(open(history, 5_000), "step", "Approve plan").bars()).hasSize(60)
            .allSatisfy((bar) -> assertThat(bar.width()).isGreaterThanOrEqualTo(5));
    }

    @Test
    void leavesOpenWhatGoesOn() {
        ReleaseTimeline timeline = open(new SomeHistory().phase("PLAN", 0, null).open("Complete plan", 1), 9);
        Bar bar = bar(timeline, "Complete plan");
        assertThat(bar.running()).isTrue();
        assertThat(bar.x() + bar.width()).isCloseTo(timeline.chart().end(), within(0.2));
        assertThat(timeline.chart().endKind()).isEqualTo("now");
        assertThat(entries(timeline).get(0).to()).isNull();
        assertThat(row(timeline, "release", "Release").bars().get(0).running()).isTrue();
    }

    @Test
    void marksHowAReleaseEnded() {
        SomeHistory history = new SomeHistory().phase("PLAN", 0, 5.0).cancelled("Complete plan", 0, 5);
        ReleaseTimeline timeline = of(SomeHistory.release(ReleaseStatus.CANCELLED, Phase.PLAN, 5.0, null), history,
                900);
        assertThat(timeline.chart().endKind()).isEqualTo("cancelled");
        assertThat(timeline.to()).isEqualTo(SomeHistory.hour(5));
        assertThat(timeline.chart().end()).isEqualTo(timeline.chart().right());
        assertThat(bar(timeline, "Complete plan").kind()).isEqualTo("cancelled");
        assertThat(bar(timeline, "Complete plan").running()).isFalse();
        assertThat(of(SomeHistory.release(ReleaseStatus.ROLLED_BACK, Phase.REVIEW, 5.0, null), history, 900).chart()
            .endKind()).isEqualTo("rolled-back");
    }

    @Test
    void canBeReadForNoTimeAMinuteAndTwoYears() {
        for (double hours : new double[] { 0, 1.0 / 60, 24 * 730 }) {
            SomeHistory history = new SomeHistory().phase("PLAN", 0, hours)
                .step("Complete plan", 0, 0.0, hours / 1000, "submit")
                .step("Approve plan", hours / 1000, null, hours, "approve");
            ReleaseTimeline timeline = of(SomeHistory.release(ReleaseStatus.CLOSED, Phase.REVIEW, hours, null), history,
                    hours + 1);
            assertThat(timeline.chart().ticks()).isNotEmpty().hasSizeLessThan(12);
            assertThat(timeline.chart().rows()).flatExtracting(Chart.Row::bars).allSatisfy((bar) -> {
                assertThat(bar.width()).isGreaterThanOrEqualTo(5);
                assertThat(bar.x()).isBetween(timeline.chart().left(), timeline.chart().right());
                assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(timeline.chart().right() + 0.2);
            });
        }
    }

    @Test
    void setsThePlannedBesideTheActual() {
        ReleaseTimeline timeline = of(SomeHistory.release(ReleaseStatus.OPEN, Phase.PLAN, null, 48.0),
                new SomeHistory().phase("PLAN", 0, null).open("Complete plan", 0), 24);
        assertThat(timeline.windows()).extracting(Window::id).containsExactly("deployment", "support");
        assertThat(timeline.windows()).extracting(Window::plannedFrom)
            .containsExactly(SomeHistory.hour(48), SomeHistory.hour(52));
        assertThat(timeline.windows().get(1).plannedTo()).isEqualTo(SomeHistory.hour(52 + 7 * 24));
        assertThat(timeline.windows()).extracting(Window::from).containsOnlyNulls();
        Bar planned = row(timeline, "window", "Deployment").bars().get(0);
        assertThat(planned.kind()).isEqualTo("planned");
        assertThat(planned.x()).isGreaterThan(timeline.chart().end());
    }

    @Test
    void saysWhatTheEngineHasForgotten() {
        ReleaseTimeline timeline = of(SomeHistory.release(ReleaseStatus.CLOSED, Phase.REVIEW, 90.0, null),
                new SomeHistory().forgotten("Deliver units", 5, 30), 100);
        assertThat(timeline.partial()).isTrue();
        assertThat(timeline.shares()).isNull();
        assertThat(bar(timeline, "Deliver units").parts()).extracting(Part::kind).containsExactly("unknown");
        assertThat(row(timeline, "phase", "Build").bars()).as("Guessed from its steps").hasSize(1);
    }

    @Test
    void showsWhatThePortalWaitedFor() {
        ReleaseTimeline timeline = open(new SomeHistory().phase("PLAN", 0, null)
            .step("Complete plan", 0, null, 1, "submit")
            .systemWait("Exception expired", 1, 20.0), 30);
        assertThat(entries(timeline).get(1).system()).isTrue();
        assertThat(row(timeline, "system", "Exception expired").bars().get(0).href()).isNull();
        assertThat(timeline.shares().system()).isEqualTo(Duration.ofHours(29));
    }

    @Test
    void isEmptyBeforeAnythingHappened() {
        assertThat(open(new SomeHistory(), 0).empty()).isTrue();
        assertThat(open(new SomeHistory(), 0).chart().rows()).hasSize(1);
    }

    private ReleaseTimeline open(SomeHistory history, double now) {
        return of(SomeHistory.release(ReleaseStatus.OPEN, Phase.PLAN, null, null), history, now);
    }

    private ReleaseTimeline of(ReleaseDetails release, SomeHistory history, double now) {
        Instant at = SomeHistory.hour(now);
        return this.timelines.of(release, history.history(), at, BERLIN);
    }

    private static List<Entry> entries(ReleaseTimeline timeline) {
        return timeline.phases().stream().flatMap((phase) -> phase.entries().stream()).toList();
    }

    private static Chart.Row row(ReleaseTimeline timeline, String kind, String name) {
        return timeline.chart()
            .rows()
            .stream()
            .filter((row) -> row.kind().equals(kind) && row.name().equals(name))
            .findFirst()
            .orElseThrow();
    }

    private static Bar bar(ReleaseTimeline timeline, String step) {
        return row(timeline, "step", step).bars().get(0);
    }

}
