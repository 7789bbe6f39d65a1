package io.slipway.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The windows, freezes and granted exceptions of a stretch of time, which judges any
 * number of deployments without asking the database again.
 */
public final class Timeline {

    /** How far ahead an opening is looked for. */
    public static final Duration REACH = Duration.ofDays(400);

    private final Map<Long, Period> periods;

    private final List<Span> spans;

    /** Apart from the windows, of which there are many more, and by their start. */
    private final List<Span> freezes;

    private final List<Grant> grants;

    /**
     * Makes a timeline.
     * @param spans their occurrences; those of other periods are left out
     */
    public Timeline(List<Period> periods, List<Span> spans, List<Grant> grants) {
        this.periods = periods.stream().collect(Collectors.toMap(Period::id, Function.identity()));
        this.spans = spans.stream()
            .filter((span) -> this.periods.containsKey(span.periodId()))
            .sorted(Comparator.comparing((Span span) -> span.time().start()).thenComparing(Span::periodId))
            .toList();
        this.freezes = this.spans.stream()
            .filter((span) -> this.periods.get(span.periodId()).kind() != PeriodKind.WINDOW)
            .toList();
        this.grants = List.copyOf(grants);
    }

    /**
     * The same timeline as if a window or freeze were another.
     * @param period the window or freeze; it takes the place of one with the same id
     */
    public Timeline with(Period period, List<Interval> times) {
        List<Period> all = new ArrayList<>(this.periods.values());
        all.removeIf((one) -> one.id() == period.id());
        all.add(period);
        List<Span> spansOfAll = new ArrayList<>(this.spans);
        spansOfAll.removeIf((span) -> span.periodId() == period.id());
        times.forEach((time) -> spansOfAll.add(new Span(period.id(), time)));
        return new Timeline(all, spansOfAll, this.grants);
    }

    /**
     * What windows and freezes do to a deployment at its time.
     * @param slot the deployment, within the stretch of time
     * @return every ruling, blocking ones first
     */
    public List<Ruling> rulings(DeploymentSlot slot, boolean windowRequired, boolean freezeBinding) {
        List<Ruling> rulings = new ArrayList<>();
        if (windowRequired && this.periods.values().stream().noneMatch((period) -> isWindowFor(period, slot))) {
            rulings.add(new Ruling(Effect.NO_WINDOW, null, null, null));
        }
        else if (windowRequired && windows(slot).stream().noneMatch((window) -> holds(window, slot))) {
            rulings.add(new Ruling(Effect.OUTSIDE_WINDOW, null, null, null));
        }
        this.freezes.stream()
            .takeWhile((span) -> span.time().start().isBefore(slot.end()))
            .filter((span) -> span.time().overlaps(slot.start(), slot.end()))
            .map((span) -> freeze(slot, span, freezeBinding))
            .flatMap(Optional::stream)
            .forEach(rulings::add);
        rulings.sort(Comparator.comparing(Ruling::effect));
        return List.copyOf(rulings);
    }

    /**
     * The first time at which a deployment of the same length fits.
     * @param slot the deployment; not before its start
     * @param alsoBusy other times at which it must not be
     * @param until the last start that counts, UTC
     * @return the start, if there is one
     */
    public Optional<Instant> nextFree(DeploymentSlot slot, boolean windowRequired, boolean freezeBinding,
            List<Interval> alsoBusy, Instant until) {
        Duration length = Duration.between(slot.start(), slot.end());
        List<Interval> blocked = blocked(slot, freezeBinding, alsoBusy);
        List<Interval> windows = windowRequired ? windows(slot) : List.of(new Interval(Instant.MIN, Instant.MAX));
        Instant start = slot.start();
        int window = 0;
        int block = 0;
        while (!start.isAfter(until)) {
            while (window < windows.size() && windows.get(window).end().isBefore(start.plus(length))) {
                window++;
            }
            if (window == windows.size()) {
                return Optional.empty();
            }
            start = latest(start, windows.get(window).start());
            while (block < blocked.size() && !blocked.get(block).end().isAfter(start)) {
                block++;
            }
            if (block == blocked.size() || !blocked.get(block).overlaps(start, start.plus(length))) {
                return start.isAfter(until) ? Optional.empty() : Optional.of(start);
            }
            start = blocked.get(block).end();
        }
        return Optional.empty();
    }

    private List<Interval> blocked(DeploymentSlot slot, boolean freezeBinding, List<Interval> alsoBusy) {
        Stream<Interval> freezes = freezeBinding
                ? of(slot, PeriodKind.HARD_FREEZE).flatMap((span) -> remaining(slot, span).stream()) : Stream.empty();
        return Interval.merge(Stream.concat(freezes, alsoBusy.stream()).toList());
    }

    private List<Interval> windows(DeploymentSlot slot) {
        return Interval.merge(of(slot, PeriodKind.WINDOW).map(Span::time).toList());
    }

    private Stream<Span> of(DeploymentSlot slot, PeriodKind kind) {
        return this.spans.stream().filter((span) -> {
            Period period = period(span);
            return period.kind() == kind && period.scope().concerns(slot);
        });
    }

    private Optional<Ruling> freeze(DeploymentSlot slot, Span span, boolean binding) {
        Period period = period(span);
        if (period.kind() == PeriodKind.WINDOW || !period.scope().concerns(slot)) {
            return Optional.empty();
        }
        if (!binding) {
            return Optional.of(new Ruling(Effect.EXEMPT, period, span.time(), null));
        }
        if (period.kind() == PeriodKind.SOFT_FREEZE) {
            return Optional.of(new Ruling(Effect.WARNED, period, span.time(), null));
        }
        Instant expiry = expiry(slot, span).orElse(null);
        boolean free = remaining(slot, span).filter((rest) -> rest.overlaps(slot.start(), slot.end())).isEmpty();
        return Optional.of(new Ruling(free ? Effect.EXCEPTED : Effect.FROZEN, period, span.time(), expiry));
    }

    /** What is left of a freeze for a release after its exceptions. */
    private Optional<Interval> remaining(DeploymentSlot slot, Span span) {
        Instant start = expiry(slot, span).map((expiry) -> latest(expiry, span.time().start()))
            .orElse(span.time().start());
        return span.time().end().isAfter(start) ? Optional.of(new Interval(start, span.time().end()))
                : Optional.empty();
    }

    private Optional<Instant> expiry(DeploymentSlot slot, Span span) {
        return this.grants.stream()
            .filter((grant) -> grant.periodId() == span.periodId() && grant.releaseKey().equals(slot.releaseKey()))
            .map(Grant::expiresAt)
            .max(Comparator.naturalOrder());
    }

    private Period period(Span span) {
        Period period = this.periods.get(span.periodId());
        if (period == null) {
            throw new IllegalStateException("No period " + span.periodId());
        }
        return period;
    }

    private static boolean isWindowFor(Period period, DeploymentSlot slot) {
        return period.kind() == PeriodKind.WINDOW && period.scope().concerns(slot);
    }

    private static boolean holds(Interval window, DeploymentSlot slot) {
        return !window.start().isAfter(slot.start()) && !window.end().isBefore(slot.end());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What a window or freeze does to a deployment, the gravest first. */
    public enum Effect {

        /** It needs a window, and none that concerns it exists. */
        NO_WINDOW,
        /** It needs a window and does not lie in one. */
        OUTSIDE_WINDOW,
        /** A hard freeze forbids it. */
        FROZEN,
        /** A soft freeze warns of it. */
        WARNED,
        /** A granted exception lets it pass a hard freeze. */
        EXCEPTED,
        /** A freeze does not bind it, by its policy. */
        EXEMPT;

        /** Whether the deployment is forbidden. */
        public boolean blocking() {
            return this.compareTo(FROZEN) <= 0;
        }

    }

    /**
     * A window or freeze.
     *
     * @param owner user name of who answers for it
     * @param zone the zone in which it recurs
     */
    public record Period(long id, PeriodKind kind, String name, String reason, String owner, PeriodScope scope,
            ZoneId zone) {
    }

    /**
     * One occurrence.
     *
     * @param periodId id of the window or freeze
     */
    public record Span(long periodId, Interval time) {
    }

    /**
     * A granted exception from a freeze.
     *
     * @param periodId id of the freeze
     * @param expiresAt until when it counts, UTC
     */
    public record Grant(String releaseKey, long periodId, Instant expiresAt) {
    }

    /**
     * What one window or freeze does to one deployment.
     *
     * @param period the freeze; null for windows
     * @param time the occurrence of the freeze; null for windows
     * @param exceptionUntil when the release's exception from it ends; null without one
     */
    public record Ruling(Effect effect, @Nullable Period period, @Nullable Interval time,
            @Nullable Instant exceptionUntil) {
    }

}
