package io.slipway.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.slipway.policy.ReleaseType;
import io.slipway.schedule.Timeline.Effect;
import io.slipway.schedule.Timeline.Grant;
import io.slipway.schedule.Timeline.Period;
import io.slipway.schedule.Timeline.Ruling;
import io.slipway.schedule.Timeline.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What windows, freezes and exceptions do to a deployment, and when it could begin
 * instead.
 */
class TimelineTests {

    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");

    private static final Period WINDOW = period(1, PeriodKind.WINDOW, PeriodScope.ALL);

    private static final Period FREEZE = period(2, PeriodKind.HARD_FREEZE, PeriodScope.ALL);

    private static final Period SOFT = period(3, PeriodKind.SOFT_FREEZE, PeriodScope.ALL);

    private static final DeploymentSlot SLOT = slot(10, 12);

    @Test
    void forbidsWhatNeedsAWindowAndHasNone() {
        assertThat(effects(timeline(List.of(FREEZE)), SLOT, true, true)).containsExactly(Effect.NO_WINDOW);
        assertThat(effects(timeline(List.of(WINDOW)), SLOT, true, true)).containsExactly(Effect.OUTSIDE_WINDOW);
        assertThat(effects(timeline(List.of(WINDOW)), SLOT, false, true)).isEmpty();
    }

    @Test
    void wantsTheWholeDeploymentInOneWindow() {
        assertThat(effects(timeline(List.of(WINDOW), span(1, 9, 11)), SLOT, true, true))
            .containsExactly(Effect.OUTSIDE_WINDOW);
        assertThat(effects(timeline(List.of(WINDOW), span(1, 10, 12)), SLOT, true, true)).isEmpty();
        assertThat(effects(timeline(List.of(WINDOW), span(1, 9, 11), span(1, 11, 13)), SLOT, true, true)).isEmpty();
        assertThat(effects(timeline(List.of(WINDOW), span(1, 9, 10), span(1, 11, 13)), SLOT, true, true))
            .containsExactly(Effect.OUTSIDE_WINDOW);
    }

    @Test
    void mergesWindowsThatOnlyTouch() {
        Period other = period(4, PeriodKind.WINDOW, new PeriodScope(List.of("payments"), List.of(), List.of()));
        assertThat(effects(timeline(List.of(WINDOW, other), span(1, 9, 11), span(4, 11, 12)), SLOT, true, true))
            .isEmpty();
        Period foreign = period(4, PeriodKind.WINDOW, new PeriodScope(List.of("Cards"), List.of(), List.of()));
        assertThat(effects(timeline(List.of(WINDOW, foreign), span(1, 9, 11), span(4, 11, 12)), SLOT, true, true))
            .containsExactly(Effect.OUTSIDE_WINDOW);
    }

    @Test
    void concernsWhatMatchesEveryPartOfTheScope() {
        assertThat(new PeriodScope(List.of("Cards", "payments"), List.of("Production"), List.of(ReleaseType.MINOR))
            .concerns(SLOT)).isTrue();
        assertThat(new PeriodScope(List.of("Payments"), List.of("test"), List.of()).concerns(SLOT)).isFalse();
        assertThat(new PeriodScope(List.of(), List.of(), List.of(ReleaseType.MAJOR)).concerns(SLOT)).isFalse();
    }

    @Test
    void forbidsWarnsOrLetsPassInAFreeze() {
        Timeline timeline = timeline(List.of(FREEZE, SOFT), span(2, 11, 20), span(3, 0, 24));
        assertThat(effects(timeline, SLOT, false, true)).containsExactly(Effect.FROZEN, Effect.WARNED);
        assertThat(effects(timeline, SLOT, false, false)).containsExactly(Effect.EXEMPT, Effect.EXEMPT);
        assertThat(effects(timeline, slot(8, 11), false, true)).containsExactly(Effect.WARNED);
        assertThat(effects(timeline, slot(20, 21), false, true)).containsExactly(Effect.WARNED);
    }

    @Test
    void letsAnExceptionCountForItsReleaseUntilItExpires() {
        List<Span> spans = List.of(span(2, 8, 20));
        Timeline enough = new Timeline(List.of(FREEZE), spans, List.of(new Grant("PAY-1", 2, at(12))));
        Timeline tooShort = new Timeline(List.of(FREEZE), spans, List.of(new Grant("PAY-1", 2, at(11))));
        Timeline foreign = new Timeline(List.of(FREEZE), spans, List.of(new Grant("PAY-2", 2, at(20))));
        assertThat(effects(enough, SLOT, false, true)).containsExactly(Effect.EXCEPTED);
        assertThat(effects(tooShort, SLOT, false, true)).containsExactly(Effect.FROZEN);
        assertThat(effects(foreign, SLOT, false, true)).containsExactly(Effect.FROZEN);
        assertThat(next(tooShort, SLOT, false, List.of())).contains(at(20));
        assertThat(next(foreign, SLOT, false, List.of())).contains(at(20));
    }

    @Test
    void findsTheFirstTimeThatFitsEverything() {
        Timeline timeline = timeline(List.of(WINDOW, FREEZE), span(1, 9, 11), span(1, 20, 23), span(1, 44, 48),
                span(2, 21, 22), span(2, 40, 45));
        assertThat(next(timeline, SLOT, true, List.of())).contains(at(45));
        assertThat(next(timeline, SLOT, true, List.of(new Interval(at(45), at(46))))).contains(at(46));
        assertThat(next(timeline, SLOT, true, List.of(new Interval(at(44), at(47))))).isEmpty();
        assertThat(next(timeline, SLOT, false, List.of())).contains(at(10));
        assertThat(next(timeline, SLOT, false, List.of(new Interval(at(11), at(13)), new Interval(at(12), at(18)))))
            .contains(at(18));
    }

    @Test
    void looksNoFurtherThanAsked() {
        Timeline timeline = timeline(List.of(FREEZE), span(2, 0, 24 * 500));
        assertThat(next(timeline, SLOT, false, List.of())).isEmpty();
    }

    private static Optional<Instant> next(Timeline timeline, DeploymentSlot slot, boolean window, List<Interval> busy) {
        return timeline.nextFree(slot, window, true, busy, slot.start().plus(Timeline.REACH));
    }

    private static List<Effect> effects(Timeline timeline, DeploymentSlot slot, boolean window, boolean freeze) {
        return timeline.rulings(slot, window, freeze).stream().map(Ruling::effect).toList();
    }

    private static Timeline timeline(List<Period> periods, Span... spans) {
        return new Timeline(periods, List.of(spans), List.of());
    }

    private static Period period(long id, PeriodKind kind, PeriodScope scope) {
        return new Period(id, kind, "Period " + id, "Because.", "somebody", scope, ZoneOffset.UTC);
    }

    private static Span span(long period, int fromHour, int toHour) {
        return new Span(period, new Interval(at(fromHour), at(toHour)));
    }

    private static DeploymentSlot slot(int fromHour, int toHour) {
        return new DeploymentSlot("PAY-1", ReleaseType.MINOR, List.of("Payments"), "production", at(fromHour),
                at(toHour));
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

}
