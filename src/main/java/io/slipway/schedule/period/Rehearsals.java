package io.slipway.schedule.period;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.slipway.schedule.Interval;
import io.slipway.schedule.PlannedRelease;
import io.slipway.schedule.PlannedReleases;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.Timeline;
import io.slipway.schedule.Timeline.Ruling;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Plays a freeze through against the releases that are planned: two questions to the
 * database, however many releases there are.
 */
@Component
class Rehearsals {

    private static final int LOOKED = 2000;

    private final ScheduleManagement schedule;

    private final ObjectProvider<PlannedReleases> planned;

    private final Clock clock;

    Rehearsals(ScheduleManagement schedule, ObjectProvider<PlannedReleases> planned, Clock clock) {
        this.schedule = schedule;
        this.planned = planned;
        this.clock = clock;
    }

    FreezeRehearsal rehearse(PeriodDraft draft, Recurrence recurrence, long id) {
        Instant now = this.clock.instant();
        Instant horizon = now.plus(Occurrences.AHEAD);
        List<Interval> times = recurrence.once() ? recurrence.resolve(recurrence.start()).stream().toList()
                : recurrence.occurrences(now.minus(Occurrences.AHEAD), horizon);
        List<Interval> coming = times.stream().filter((time) -> time.end().isAfter(now)).toList();
        if (coming.isEmpty()) {
            return new FreezeRehearsal(0, List.of(), List.of(), false, 0);
        }
        PlannedReleases releases = this.planned.getIfAvailable(() -> (from, to, limit) -> List.of());
        List<PlannedRelease> found = releases.overlapping(coming.get(0).start(), coming.get(coming.size() - 1).end(),
                LOOKED);
        Timeline timeline = timeline(found, draft, recurrence, id, coming);
        List<FreezeRehearsal.Hit> hits = found.stream()
            .filter((release) -> draft.scope().concerns(release.slot()))
            .filter((release) -> coming.stream()
                .anyMatch((time) -> time.overlaps(release.slot().start(), release.slot().end())))
            .flatMap((release) -> hit(timeline, release, id).stream())
            .limit(FreezeRehearsal.MOST + 1)
            .toList();
        boolean more = hits.size() > FreezeRehearsal.MOST || found.size() == LOOKED;
        return new FreezeRehearsal(coming.size(), coming.subList(0, Math.min(5, coming.size())),
                hits.subList(0, Math.min(FreezeRehearsal.MOST, hits.size())), more, found.size());
    }

    private Timeline timeline(List<PlannedRelease> found, PeriodDraft draft, Recurrence recurrence, long id,
            List<Interval> coming) {
        Instant from = coming.get(0).start();
        Instant to = found.isEmpty() ? from.plusSeconds(1)
                : found.get(found.size() - 1).slot().end().plus(Timeline.REACH);
        List<Instant> begins = new ArrayList<>(found.stream().map((release) -> release.slot().start()).toList());
        begins.add(from);
        Timeline.Period period = new Timeline.Period(id, Objects.requireNonNull(draft.kind()), draft.name(),
                draft.reason(), draft.owner(), draft.scope(), recurrence.zone());
        return this.schedule.timeline(begins.stream().min(Instant::compareTo).orElse(from), to).with(period, coming);
    }

    private Optional<FreezeRehearsal.Hit> hit(Timeline timeline, PlannedRelease release, long id) {
        return timeline.rulings(release.slot(), release.windowRequired(), release.freezeBinding())
            .stream()
            .filter((ruling) -> ruling.period() != null && ruling.period().id() == id && ruling.time() != null)
            .findFirst()
            .map((ruling) -> new FreezeRehearsal.Hit(release, ruling.effect(), end(ruling),
                    next(timeline, release, ruling)));
    }

    private static Instant end(Ruling ruling) {
        Interval time = ruling.time();
        if (time == null) {
            throw new IllegalArgumentException("Not the ruling of a freeze");
        }
        return time.end();
    }

    private static @Nullable Instant next(Timeline timeline, PlannedRelease release, Ruling ruling) {
        return ruling.effect().blocking() ? timeline
            .nextFree(release.slot(), release.windowRequired(), release.freezeBinding(), List.of(),
                    release.slot().start().plus(Timeline.REACH))
            .orElse(null) : null;
    }

}
