package io.slipway.deployment.board;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.deployment.board.BoardStep.Span;
import io.slipway.deployment.run.RunDetails;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.StepState;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.planning.wave.Actuals;
import io.slipway.planning.wave.Forecast;
import io.slipway.planning.wave.Network;
import io.slipway.planning.wave.Schedule;
import io.slipway.planning.wave.Wave;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.ScheduleManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what the page of a run shows, with the same few statements for ten steps
 * as for a thousand. Everybody who is signed in reads it. What is forecast is computed to
 * the minute, so that it is the same for all who look.
 */
@Service
@Transactional(readOnly = true)
public class RunBoards {

    private static final int REMEMBERED = 200;

    private static final Set<Role> LOG_READERS = Set.of(Role.DEPLOYMENT_MANAGER, Role.BUILD_ENGINEER,
            Role.RELEASE_MANAGER, Role.ADMINISTRATOR, Role.AUDITOR);

    private final RunManagement runs;

    private final ReleaseManagement releases;

    private final ScheduleManagement schedule;

    private final PastDurations past;

    private final Presence presence;

    private final RunMessages messages;

    private final RunLists lists;

    private final RunHealth health;

    private final CurrentActor currentActor;

    private final Clock clock;

    private final Map<Long, Drawn> drawn = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Drawn> eldest) {
            return size() > REMEMBERED;
        }

    });

    RunBoards(RunManagement runs, ReleaseManagement releases, ScheduleManagement schedule, PastDurations past,
            Presence presence, RunMessages messages, RunLists lists, RunHealth health, CurrentActor currentActor,
            Clock clock) {
        this.runs = runs;
        this.releases = releases;
        this.schedule = schedule;
        this.past = past;
        this.presence = presence;
        this.messages = messages;
        this.lists = lists;
        this.health = health;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A run, as its page shows it. Refuses an unknown one with a
     * {@code NotFoundException}.
     */
    public RunBoard of(long run) {
        RunDetails details = this.runs.details(run);
        RunHead head = details.head();
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
        List<Wave> plan = details.plan().waves();
        Network network = Network.of(plan);
        Instant start = (head.startsAt() != null) ? head.startsAt() : head.begunAt();
        Schedule baseline = network.planned(start);
        Actuals actuals = actuals(details);
        Schedule forecast = network.forecast(head.begunAt(), actuals, now);
        return new RunBoard(head, this.releases.get(head.releaseKey()).name(), held(head),
                outlook(head, network, actuals, forecast, baseline, now, news(details)),
                waves(details, baseline, forecast), details.events(), this.presence.of(run));
    }

    /** Notes that whoever asks looks at a run. */
    @Transactional
    public void seen(long run) {
        this.presence.note(this.runs.head(run).id(), this.currentActor.get().userName());
    }

    /**
     * What changes with every change of what the page of a run shows: a few statements
     * tell whether it has to be put together again.
     */
    public List<Object> stamp(long run) {
        return List.of(this.runs.head(run), this.lists.news(run), this.clock.instant().truncatedTo(ChronoUnit.MINUTES),
                this.presence.of(run).stream().map(Present::userName).toList(), this.schedule.stopped().isPresent());
    }

    /** What people of a run were told, the latest first. */
    public List<RunMessage> messages(long run) {
        return this.messages.of(run);
    }

    /** What the checks of a run measured last, the newest check first. */
    public List<HealthReading> readings(RunHead run) {
        return this.health.readings(run);
    }

    /** What tools wrote last while they did steps of a run: for whom pipelines are. */
    public List<LogExcerpt> logs(RunHead run) {
        return this.currentActor.get().roles().stream().anyMatch(LOG_READERS::contains) ? this.health.logs(run)
                : List.of();
    }

    /** The runs that go on, those that began first, first. */
    public List<RunHead> running(int most) {
        return this.runs.running(0, most);
    }

    /**
     * The latest runs of releases whose keys begin with a text.
     * @param key the beginning of the key, at least one character
     */
    public List<RunHead> ofReleases(String key, int most) {
        return key.isBlank() ? List.of() : this.lists.ofReleases(key, most);
    }

    /**
     * The runs that are over, the latest first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    public KeyPage<RunHead> ended(String from) {
        return this.lists.ended(from);
    }

    private String held(RunHead head) {
        if (!head.running()) {
            return "";
        }
        return head.halted() ? "halt" : this.schedule.stopped().isPresent() ? "line" : "";
    }

    private Outlook outlook(RunHead head, Network network, Actuals actuals, Schedule forecast, Schedule baseline,
            Instant now, long news) {
        Instant end = (head.endsAt() != null) ? head.endsAt() : baseline.end();
        if (head.endedAt() != null) {
            return new Outlook(end, head.endedAt(), head.windowEnd(), null);
        }
        return new Outlook(end, forecast.end(), head.windowEnd(), odds(head, network, actuals, now, news));
    }

    /** Drawn once for all who look, until something happens or a minute is over. */
    private @Nullable Forecast odds(RunHead head, Network network, Actuals actuals, Instant now, long news) {
        Instant window = head.windowEnd();
        if (window == null) {
            return null;
        }
        Drawn known = this.drawn.get(head.id());
        if (known == null || known.news() != news || !known.at().equals(now)) {
            known = new Drawn(news, now, Forecast.of(network, head.begunAt(), window, actuals, now,
                    this.past.of(head.releaseKey(), head.id())));
            this.drawn.put(head.id(), known);
        }
        return known.forecast();
    }

    private static long news(RunDetails details) {
        return details.events().isEmpty() ? 0 : details.events().get(0).id();
    }

    private static List<BoardWave> waves(RunDetails details, Schedule baseline, Schedule forecast) {
        Map<String, List<RunStep>> steps = details.byWave();
        Map<String, Schedule.WaveTime> planned = byKey(baseline);
        Map<String, Schedule.WaveTime> thought = byKey(forecast);
        List<BoardWave> waves = new ArrayList<>();
        for (RunWave wave : details.waves()) {
            List<BoardStep> shown = steps.getOrDefault(wave.wave(), List.of())
                .stream()
                .map((step) -> step(details, step, baseline, forecast))
                .toList();
            waves.add(new BoardWave(wave, details.plan().wave(wave.wave()), span(planned.get(wave.wave())),
                    actual(wave, thought.get(wave.wave())), shown));
        }
        return waves;
    }

    private static Map<String, Schedule.WaveTime> byKey(Schedule schedule) {
        return schedule.waves().stream().collect(Collectors.toMap(Schedule.WaveTime::key, (one) -> one));
    }

    private static @Nullable Span span(Schedule.@Nullable WaveTime time) {
        return (time != null) ? new Span(time.start(), time.over()) : null;
    }

    private static Span actual(RunWave wave, Schedule.WaveTime thought) {
        Instant from = (wave.begunAt() != null) ? wave.begunAt() : thought.start();
        Instant to = (wave.overAt() != null) ? wave.overAt() : thought.over();
        return new Span(from, to.isBefore(from) ? from : to);
    }

    private static BoardStep step(RunDetails details, RunStep step, Schedule baseline, Schedule forecast) {
        Schedule.StepTime thought = forecast.steps().get(step.step());
        Schedule.StepTime planned = baseline.steps().get(step.step());
        Span before = (step.plannedStart() != null && step.plannedEnd() != null)
                ? new Span(step.plannedStart(), step.plannedEnd()) : new Span(planned.start(), planned.end());
        return new BoardStep(step, details.plan().step(step.step()), before, new Span(thought.start(), thought.end()),
                thought.critical());
    }

    /** One that failed is thought to be tried again, until somebody decided. */
    private static boolean going(RunStep step) {
        return step.state().open() || (step.state() == StepState.FAILED && !step.settled());
    }

    /** What has started stays where it was; what was given up takes no more time. */
    private static Actuals actuals(RunDetails details) {
        Map<String, Actuals.Actual> steps = new HashMap<>();
        for (RunStep step : details.steps()) {
            Instant started = (step.startedAt() != null) ? step.startedAt() : step.endedAt();
            if (started != null) {
                steps.put(step.step(), new Actuals.Actual(started, going(step) ? null : step.endedAt()));
            }
        }
        Map<String, Instant> waves = new HashMap<>();
        for (RunWave wave : details.waves()) {
            if (wave.overAt() != null) {
                waves.put(wave.wave(), wave.overAt());
            }
        }
        return new Actuals(steps, waves);
    }

    /**
     * What was drawn last.
     *
     * @param news the latest that had happened
     */
    private record Drawn(long news, Instant at, Forecast forecast) {
    }

}
