package io.slipway.monitor.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

import io.slipway.workflow.history.Holding;
import io.slipway.workflow.history.StepRun;
import org.jspecify.annotations.Nullable;

/**
 * What the time of a release was spent on. Every moment counts once: in hand, if somebody
 * had any of its steps; else waiting, if any waited for somebody; else the portal's own.
 *
 * @param total from its registration to its end or now
 */
record TimeShares(Duration total, Duration inHand, Duration waiting, Duration system) {

    static TimeShares of(Collection<StepRun> steps, Instant begin, Instant end) {
        SortedSet<Instant> bounds = new TreeSet<>();
        bounds.add(begin);
        bounds.add(end);
        for (StepRun step : steps) {
            bound(bounds, step.item().createdAt(), step.item().endedAt(), begin, end);
            step.holdings().forEach((holding) -> bound(bounds, holding.from(), holding.to(), begin, end));
        }
        Duration inHand = Duration.ZERO;
        Duration waiting = Duration.ZERO;
        Instant from = begin;
        for (Instant to : bounds) {
            Instant at = from;
            Duration part = Duration.between(from, to);
            if (steps.stream().flatMap((step) -> step.holdings().stream()).anyMatch((one) -> covers(one, at))) {
                inHand = inHand.plus(part);
            }
            else if (steps.stream().anyMatch((step) -> covers(step.item().createdAt(), step.item().endedAt(), at))) {
                waiting = waiting.plus(part);
            }
            from = to;
        }
        Duration total = Duration.between(begin, end);
        return new TimeShares(total, inHand, waiting, total.minus(inHand).minus(waiting));
    }

    /** The share in hand of one step's own time. */
    static Duration held(StepRun step, Instant end) {
        return step.holdings()
            .stream()
            .map((one) -> Duration.between(one.from(), (one.to() != null) ? one.to() : end))
            .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * A part of the whole in per cent.
     * @return 0 to 100
     */
    public long percent(Duration part) {
        return this.total.isZero() ? 0 : Math.round(100.0 * part.toMillis() / this.total.toMillis());
    }

    private static void bound(SortedSet<Instant> bounds, Instant from, @Nullable Instant to, Instant begin,
            Instant end) {
        for (Instant at : new Instant[] { from, (to != null) ? to : end }) {
            if (at.isAfter(begin) && at.isBefore(end)) {
                bounds.add(at);
            }
        }
    }

    private static boolean covers(Holding holding, Instant at) {
        return covers(holding.from(), holding.to(), at);
    }

    private static boolean covers(Instant from, @Nullable Instant to, Instant at) {
        return !from.isAfter(at) && (to == null || to.isAfter(at));
    }

}
