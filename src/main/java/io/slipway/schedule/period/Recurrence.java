package io.slipway.schedule.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.schedule.Interval;
import org.jspecify.annotations.Nullable;

/**
 * When something recurs, in wall time of a zone. An occurrence is all the time at which
 * the clocks on the wall are between its start and its end: where they are put forward, a
 * start or end in the gap lies at the change, and an occurrence wholly within it is left
 * out; where they are put back, a start means the first of the two times and an end the
 * second.
 *
 * @param zone the zone
 * @param start the first start that the rule may give
 * @param rule RFC 5545 without UNTIL; empty if it happens once
 * @param until the last start that counts; null for ever
 * @param skipped dates of starts that are left out
 */
record Recurrence(ZoneId zone, LocalDateTime start, int minutes, String rule, @Nullable LocalDateTime until,
        Set<LocalDate> skipped) {

    /** How many occurrences are given at most. */
    static final int MOST = 1500;

    boolean once() {
        return this.rule.isEmpty();
    }

    boolean endless() {
        return !once() && this.until == null && !this.rule.contains("COUNT=");
    }

    /**
     * The occurrences that begin within a stretch of time, at most {@link #MOST} and one.
     */
    List<Interval> occurrences(Instant from, Instant to) {
        return starts(LocalDateTime.ofInstant(from, this.zone).minusDays(1),
                LocalDateTime.ofInstant(to, this.zone).plusDays(1))
            .stream()
            .flatMap((local) -> resolve(local).stream())
            .filter((time) -> !time.start().isBefore(from) && time.start().isBefore(to))
            .toList();
    }

    /** The occurrences that are or come next, within ten years. */
    List<Interval> next(Instant now, int limit) {
        LocalDateTime from = LocalDateTime.ofInstant(now, this.zone).minusMinutes(this.minutes).minusDays(1);
        LocalDateTime first = from.isAfter(this.start) ? from : this.start;
        return starts(first, first.plusYears(10)).stream()
            .flatMap((local) -> resolve(local).stream())
            .filter((time) -> time.end().isAfter(now))
            .limit(limit)
            .toList();
    }

    /** The wall times of starts from one wall time to another, both included. */
    List<LocalDateTime> starts(LocalDateTime from, LocalDateTime to) {
        LocalDateTime first = from.isAfter(this.start) ? from : this.start;
        LocalDateTime last = (this.until != null && this.until.isBefore(to)) ? this.until : to;
        if (last.isBefore(first)) {
            return List.of();
        }
        Stream<LocalDateTime> all = once() ? Stream.of(this.start).filter((at) -> !at.isBefore(first))
                : RuleReader.read(this.rule).starts(this.start, first, last, MOST + 1).stream();
        return all.filter((at) -> !this.skipped.contains(at.toLocalDate())).toList();
    }

    /** An occurrence in time; nothing if the clocks skip it. */
    Optional<Interval> resolve(LocalDateTime local) {
        Instant begin = instant(local, false);
        Instant end = instant(local.plusMinutes(this.minutes), true);
        return end.isAfter(begin) ? Optional.of(new Interval(begin, end)) : Optional.empty();
    }

    private Instant instant(LocalDateTime local, boolean end) {
        ZoneOffsetTransition change = this.zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(this.zone).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return local.toInstant(end ? change.getOffsetAfter() : change.getOffsetBefore());
    }

}
