package io.slipway.deployment.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.slipway.deployment.check.CheckScope;
import io.slipway.deployment.check.IncidentCount;
import io.slipway.deployment.run.RunJournal.Told;
import io.slipway.deployment.run.WaveManagement.Verdict;
import io.slipway.planning.wave.Bake;
import io.slipway.policy.DeploymentModel;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Watches waves whose steps are done, in the transaction of the caller. A wave is proven
 * once its time is over, enough use was seen and every check passed, with no grave
 * incident open; its time does not pass while something holds it. No data is never a
 * pass. The portal never takes a wave for good that a check does not; in a continuous
 * deployment it takes back by itself one that failed a check.
 */
@Component
class Bakes {

    /** A wave is looked at that often, whatever happens. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    private static final int GRAVE = 2;

    private final RunStore store;

    private final RunPlans plans;

    private final RunHolds holds;

    private final BakeChecks checks;

    private final RunJournal journal;

    private final IncidentCount incidents;

    private final Messages words;

    private final Times times;

    private final Clock clock;

    Bakes(RunStore store, RunPlans plans, RunHolds holds, BakeChecks checks, RunJournal journal,
            IncidentCount incidents, Messages words, Times times, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.holds = holds;
        this.checks = checks;
        this.journal = journal;
        this.incidents = incidents;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    private Bake bake(RunWave wave) {
        return this.plans.of(wave.runId()).wave(wave.wave()).bake();
    }

    boolean asked(RunWave wave) {
        return !bake(wave).equals(Bake.NONE);
    }

    /** Begins to watch a wave, or to watch it on. */
    void begin(RunHead run, RunWave wave, Instant now) {
        this.store.changeWave(wave, "state", WaveState.BAKING, "baking_at", now, "baked", 0, "looked_at", now,
                "held_by", this.holds.ofBake(run), "outlook", null, "round", wave.round());
        this.checks.watch(run, wave, bake(wave));
    }

    void end(RunWave wave) {
        this.checks.stop(wave, bake(wave));
    }

    /** Counts the time that a wave was watched, up to now. */
    RunWave count(RunHead run, RunWave wave, Instant now) {
        long counted = (wave.heldBy() == null) ? Duration.between(wave.lookedAt(), now).toMillis() : 0;
        this.store.changeWave(wave, "baked", wave.baked() + Math.max(0, counted), "looked_at", now, "held_by",
                this.holds.ofBake(run));
        return this.store.wave(wave.id());
    }

    /** Whether something that holds a wave began or ended since it was looked at. */
    boolean stale(RunHead run, RunWave wave, Instant now) {
        boolean due = wave.judgeAt() != null && !wave.judgeAt().isAfter(now);
        return due || !Objects.equals(this.holds.ofBake(run), wave.heldBy());
    }

    /** Judges a wave that is watched. */
    Verdict judge(RunHead run, RunWave found) {
        Instant now = this.clock.instant();
        RunWave wave = count(run, found, now);
        Bake bake = bake(wave);
        Optional<String> failed = this.checks.failed(wave, bake);
        if (failed.isPresent()) {
            return failed(run, wave, failed.get(), now);
        }
        Optional<String> against = grave(run).or(() -> this.checks.unclear(wave, bake));
        if (against.isPresent()) {
            return unclear(wave, against.get(), now);
        }
        long left = Duration.ofMinutes(bake.minutes()).toMillis() - wave.baked();
        if (wave.heldBy() != null || left > 0) {
            return notYet(wave, left, now);
        }
        this.checks.stop(wave, bake);
        if (!this.checks.passed(wave, bake)) {
            String why = this.checks.failed(wave, bake)
                .or(() -> this.checks.unclear(wave, bake))
                .orElseGet(() -> this.words.text("deployment.run.outlook.no-data"));
            return unclear(wave, why, now);
        }
        this.store.changeWave(wave, "state", WaveState.DONE, "outlook", null, "judge_at", null);
        this.journal.state(run, "run.wave-done", Told.of(wave, StepSource.PORTAL, null), Map.of());
        return new Verdict("settled", now);
    }

    /** What leaves no room to wait. */
    private Optional<String> grave(RunHead run) {
        int open = this.incidents.count(new CheckScope(run.releaseKey(), run.environment(), ""), GRAVE);
        return (open > 0) ? Optional.of(this.words.text("deployment.run.outlook.incidents", open)) : Optional.empty();
    }

    private Verdict failed(RunHead run, RunWave wave, String why, Instant now) {
        if (!DeploymentModel.CONTINUOUS.name().equals(run.model())) {
            return unclear(wave, why, now);
        }
        this.store.changeWave(wave, "state", WaveState.ROLLBACK, "reason", why, "outlook", why, "judge_at", null);
        this.journal.state(run, "run.wave-aborted", Told.of(wave, StepSource.PORTAL, why), Map.of());
        return new Verdict("settled", now);
    }

    private Verdict unclear(RunWave wave, String why, Instant now) {
        this.store.changeWave(wave, "outlook", shortened(why), "judge_at", null);
        return new Verdict("unclear", now);
    }

    private Verdict notYet(RunWave wave, long left, Instant now) {
        Instant end = now.plusMillis(Math.max(0, left));
        Instant next = now.plus(LOOK);
        Instant at = (wave.heldBy() == null && end.isBefore(next)) ? end : next;
        @Nullable String held = wave.heldBy();
        String why = (held != null) ? this.words.text("deployment.run.outlook." + held)
                : this.words.text("deployment.run.outlook.time", this.times.withZone(end));
        this.store.changeWave(wave, "outlook", shortened(why), "judge_at", at);
        return new Verdict("not-yet", at);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(500, text.length()));
    }

}
