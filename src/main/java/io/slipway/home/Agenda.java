package io.slipway.home;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.board.RunBoards;
import io.slipway.deployment.run.RunHead;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportSpan;
import io.slipway.earlylife.incident.IncidentManagement;
import io.slipway.earlylife.incident.OpenIncident;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.release.ReleaseSummary;
import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseLine;
import io.slipway.release.page.ReleaseLines;
import io.slipway.schedule.Occurrence;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gathers what the home page shows of releases, each part with a handful of statements
 * and no more rows than fit.
 */
@Component
class Agenda {

    private static final int SHOWN = 8;

    /** Of these, planned next, the worst are shown. */
    private static final int LOOKED_AT = 20;

    private static final int MOST_PERIODS = 200;

    private final ReleaseManagement releases;

    private final ReleaseLines lines;

    private final DeploymentManagement deployments;

    private final RunBoards runs;

    private final EarlyLifeManagement earlyLife;

    private final IncidentManagement incidents;

    private final ScheduleManagement schedule;

    private final Clock clock;

    Agenda(ReleaseManagement releases, ReleaseLines lines, DeploymentManagement deployments, RunBoards runs,
            EarlyLifeManagement earlyLife, IncidentManagement incidents, ScheduleManagement schedule, Clock clock) {
        this.releases = releases;
        this.lines = lines;
        this.deployments = deployments;
        this.runs = runs;
        this.earlyLife = earlyLife;
        this.incidents = incidents;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * What a release manager and those who deploy and watch have to know; what each line
     * waits for and what is wrong with it is read once for all of them.
     * @param manager whose releases are shown; null if they manage none
     * @param runs whether what runs is shown
     * @param zone the person's time zone, in which days begin
     */
    Work work(@Nullable String manager, boolean runs, ZoneId zone) {
        List<ReleaseSummary> own = (manager != null) ? list(State.OPEN, null, manager) : List.of();
        List<ReleaseSummary> soon = list(State.SOON, null, "");
        Map<String, ReleaseLine> lines = this.lines.of(Stream.concat(own.stream(), soon.stream()).distinct().toList())
            .stream()
            .collect(Collectors.toMap((line) -> line.release().key(), (line) -> line, (one, other) -> one,
                    LinkedHashMap::new));
        return new Work((manager != null) ? stuck(own, lines) : null,
                (manager != null) ? fortnight(soon, lines, zone) : null, runs ? runs(soon, lines) : null);
    }

    /** The tasks that wait for somebody else for so long that a reminder is due. */
    Set<String> stuck(List<ReleaseLine> own, String person) {
        Instant before = this.clock.instant().minus(ReleaseQuery.STUCK);
        return own.stream()
            .map(ReleaseLine::task)
            .filter((task) -> task != null && task.createdAt().isBefore(before) && !task.suspended()
                    && !person.equals(task.assignee()))
            .map(WorkItem::id)
            .collect(Collectors.toSet());
    }

    /** What needs a push first: what is wrong, then what has waited longest. */
    private static List<ReleaseLine> stuck(List<ReleaseSummary> own, Map<String, ReleaseLine> lines) {
        return own.stream()
            .map((release) -> lines.get(release.key()))
            .sorted(Comparator.comparing((ReleaseLine line) -> line.flags().isEmpty())
                .thenComparing(ReleaseLine::since, Comparator.nullsLast(Comparator.naturalOrder())))
            .limit(SHOWN)
            .toList();
    }

    private Fortnight fortnight(List<ReleaseSummary> soon, Map<String, ReleaseLine> lines, ZoneId zone) {
        Instant now = this.clock.instant();
        List<Occurrence> periods = this.schedule.occurrences(now, now.plus(Fortnight.DAYS, ChronoUnit.DAYS),
                MOST_PERIODS);
        List<ReleaseLine> inTheWay = soon.stream()
            .map((release) -> lines.get(release.key()))
            .filter((line) -> line.flags().stream().anyMatch(ReleaseFlag::bad))
            .limit(SHOWN)
            .toList();
        return Fortnight.of(now.atZone(zone).toLocalDate(), zone, soon, periods, inTheWay);
    }

    private Runs runs(List<ReleaseSummary> soon, Map<String, ReleaseLine> lines) {
        Map<String, DeploymentDetails> now = new LinkedHashMap<>(this.deployments.runningNow(SHOWN));
        List<ReleaseLine> next = soon.stream()
            .filter((release) -> release.phase().compareTo(Phase.DEPLOY) <= 0 && !now.containsKey(release.key()))
            .map((release) -> lines.get(release.key()))
            .limit(SHOWN)
            .toList();
        List<RunHead> runs = this.runs.running(SHOWN);
        runs.stream().filter(RunHead::live).forEach((run) -> now.remove(run.releaseKey()));
        return new Runs(now, runs, next, this.incidents.openNow(SHOWN));
    }

    /** How many releases are under way in each phase, and those that are watched. */
    Afloat afloat() {
        List<ReleaseSummary> live = list(State.OPEN, Phase.EARLY_LIFE_SUPPORT, "").stream().limit(SHOWN).toList();
        List<String> keys = live.stream().map(ReleaseSummary::key).toList();
        Map<String, Instant> ends = this.earlyLife.of(keys)
            .stream()
            .collect(Collectors.toMap(SupportSpan::releaseKey, SupportSpan::end));
        Map<String, Integer> open = this.incidents.open(keys);
        Instant now = this.clock.instant();
        return new Afloat(this.releases.countsByPhase(),
                live.stream()
                    .map((release) -> new Watched(release, ends.get(release.key()), days(now, ends.get(release.key())),
                            open.getOrDefault(release.key(), 0)))
                    .sorted(Comparator.comparing(Watched::endsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList());
    }

    private static long days(Instant now, @Nullable Instant end) {
        return (end != null) ? Math.max(0, ChronoUnit.DAYS.between(now, end)) : 0;
    }

    /** The latest releases that ended otherwise than planned. */
    List<ReleaseLine> deviated() {
        return this.lines.of(list(State.DEVIATED, null, "").stream().limit(SHOWN).toList());
    }

    private List<ReleaseSummary> list(State state, @Nullable Phase phase, String owner) {
        return this.releases.list(new ReleaseQuery("", state, "", null, phase, owner, Sort.START, ""))
            .rows()
            .stream()
            .limit(LOOKED_AT)
            .toList();
    }

    /**
     * What a person works at.
     *
     * @param own the releases of a release manager, what is wrong first
     * @param fortnight the next fourteen days, for a release manager
     * @param runs for those who deploy and watch
     */
    record Work(@Nullable List<ReleaseLine> own, @Nullable Fortnight fortnight, @Nullable Runs runs) {
    }

    /** What is deployed now, what starts next, and what is wrong in production. */
    record Runs(Map<String, DeploymentDetails> now, List<RunHead> runs, List<ReleaseLine> next,
            List<OpenIncident> incidents) {

        /** Whether there is nothing of it. */
        public boolean none() {
            return this.now.isEmpty() && this.runs.isEmpty() && this.next.isEmpty() && this.incidents.isEmpty();
        }

    }

    /**
     * A release in early life.
     *
     * @param endsAt when its support is over, UTC; null before it has begun
     * @param days whole days that are left
     * @param incidents how many of its incidents are open
     */
    record Watched(ReleaseSummary release, @Nullable Instant endsAt, long days, int incidents) {
    }

    /** How many releases are under way in each phase, and those in early life. */
    record Afloat(Map<Phase, Integer> counts, List<Watched> earlyLife) {

        /** The phases in their order. */
        public Phase[] phases() {
            return Phase.values();
        }

        /** The number above which counts only say "more than". */
        public int cap() {
            return 1000;
        }

        /** Tells whether no release is under way. */
        public boolean none() {
            return this.counts.values().stream().allMatch((count) -> Objects.equals(count, 0));
        }

    }

}
