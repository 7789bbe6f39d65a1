package io.slipway.monitor.timeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.history.PhaseRun;
import io.slipway.workflow.history.ReleaseHistories;
import io.slipway.workflow.history.ReleaseHistory;
import io.slipway.workflow.history.StepRun;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the timeline of a release together from what its plan says and what became of it.
 */
@Component
class Timelines {

    private static final String START = "deployment/start-deployment";

    private static final Set<String> DEPLOYING = Set.of("deployment/deploy-package", "deployment/verify-deployment",
            "deployment/decide-on-failure", "deployment/roll-back-release");

    private final ReleaseHistories histories;

    private final TimelineEntries entries;

    private final TimelineWords words;

    private final Clock clock;

    Timelines(ReleaseHistories histories, TimelineEntries entries, TimelineWords words, Clock clock) {
        this.histories = histories;
        this.entries = entries;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The timeline of a release up to now.
     * @param zone the zone of whoever looks at it
     */
    ReleaseTimeline of(ReleaseDetails release, ZoneId zone) {
        return of(release, this.histories.of(release.key()), this.clock.instant(), zone);
    }

    ReleaseTimeline of(ReleaseDetails release, ReleaseHistory history, Instant now, ZoneId zone) {
        List<Entry> all = this.entries.of(history, now);
        List<Window> windows = windows(release, history);
        List<PhaseBlock> phases = phases(all, history.phases(), windows);
        @Nullable Instant end = release.endedAt();
        boolean known = history.steps().stream().allMatch(StepRun::known);
        TimeShares shares = known ? TimeShares.of(history.steps(), release.registeredAt(), (end != null) ? end : now)
                : null;
        Chart chart = ChartLayout.of(release.registeredAt(), end, endKind(release), phases, zone, now, this.words);
        return new ReleaseTimeline(release.registeredAt(), end, now, phases, shares, chart);
    }

    private static String endKind(ReleaseDetails release) {
        return release.open() ? "now" : release.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<PhaseBlock> phases(List<Entry> entries, List<PhaseRun> runs, List<Window> windows) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(Phase.values()).map(Phase::name).forEach(names::add);
        entries.forEach((entry) -> names.add(entry.phase()));
        List<PhaseBlock> phases = new ArrayList<>();
        for (String name : names) {
            List<Entry> own = entries.stream().filter((entry) -> entry.phase().equals(name)).toList();
            List<PhaseRun> passed = runs.stream().filter((run) -> run.phase().equals(name)).toList();
            List<Window> planned = windows.stream().filter((window) -> window.phase().equals(name)).toList();
            if (!own.isEmpty() || !passed.isEmpty() || !planned.isEmpty()) {
                phases.add(new PhaseBlock(name, this.words.phase(name), passed.isEmpty() ? guessed(name, own) : passed,
                        own, planned));
            }
        }
        return phases;
    }

    /**
     * Once the engine has forgotten when a phase was run through, its steps still tell.
     */
    private static List<PhaseRun> guessed(String phase, List<Entry> entries) {
        if (phase.isEmpty()) {
            return List.of();
        }
        Optional<Instant> from = entries.stream().map(Entry::from).min(Comparator.naturalOrder());
        @Nullable Instant to = entries.stream().anyMatch((entry) -> entry.to() == null) ? null
                : entries.stream()
                    .flatMap((entry) -> Stream.ofNullable(entry.to()))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        return from.map((begin) -> List.of(new PhaseRun(phase, begin, to, false))).orElse(List.of());
    }

    private static List<Window> windows(ReleaseDetails release, ReleaseHistory history) {
        Instant start = release.plannedStart();
        Instant end = release.plannedEnd();
        if (start == null || end == null) {
            return List.of();
        }
        List<WorkItem> done = history.steps()
            .stream()
            .map(StepRun::item)
            .filter((item) -> item.outcome() != null)
            .toList();
        @Nullable Instant begun = done.stream()
            .filter((item) -> item.form().equals(START) && "start".equals(item.outcome()))
            .map(WorkItem::endedAt)
            .flatMap(Stream::ofNullable)
            .min(Comparator.naturalOrder())
            .orElse(null);
        boolean deploying = release.open() && release.phase() == Phase.DEPLOY;
        @Nullable Instant ended = (begun == null || deploying) ? null
                : done.stream()
                    .filter((item) -> DEPLOYING.contains(item.form()) && Phase.DEPLOY.name().equals(item.phase()))
                    .map(WorkItem::endedAt)
                    .flatMap(Stream::ofNullable)
                    .max(Comparator.naturalOrder())
                    .orElse(begun);
        List<PhaseRun> support = history.phases()
            .stream()
            .filter((run) -> run.phase().equals(Phase.EARLY_LIFE_SUPPORT.name()))
            .toList();
        return List.of(new Window(Phase.DEPLOY.name(), "deployment", start, end, begun, ended),
                new Window(Phase.EARLY_LIFE_SUPPORT.name(), "support", end,
                        end.plus(Duration.ofDays(release.supportDays())),
                        support.isEmpty() ? null : support.get(0).startedAt(),
                        support.isEmpty() ? null : support.get(support.size() - 1).endedAt()));
    }

}
