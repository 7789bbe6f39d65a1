package io.slipway.deployment.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.RunJournal.Told;
import io.slipway.identity.Act;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.PlannedStep;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waves of runs: that one began, is watched, proved itself or was given up.
 */
@Service
@Transactional
public class WaveManagement {

    private static final Duration LOOK = Duration.ofMinutes(5);

    private static final int REASON = 2000;

    private final RunStore store;

    private final RunPlans plans;

    private final RunJournal journal;

    WaveManagement(RunStore store, RunPlans plans, RunJournal journal) {
        this.store = store;
        this.plans = plans;
        this.journal = journal;
    }

    /**
     * Begins a wave.
     * @param instance the process instance that runs it
     * @return the keys of its steps; none if the run ended or the wave was given up
     */
    public List<String> open(long runId, String waveKey, String instance) {
        RunHead run = this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        if (!run.running() || wave.state().givenUp()) {
            this.store.changeWave(wave, "instance", instance);
            return List.of();
        }
        this.store.changeWave(wave, "instance", instance, "state", WaveState.RUNNING, "begun_at",
                this.journal.act().at());
        this.journal.state(run, "run.wave-begun", Told.of(wave, StepSource.PORTAL, null), Map.of());
        return this.plans.of(runId).wave(waveKey).steps().stream().map(PlannedStep::key).toList();
    }

    /** Begins to watch a wave whose steps have ended, unless it was given up. */
    public void startBake(long runId, String waveKey) {
        RunHead run = this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        if (wave.state() == WaveState.RUNNING && !this.plans.of(runId).wave(waveKey).bake().equals(Bake.NONE)) {
            Instant now = this.journal.act().at();
            this.store.changeWave(wave, "state", WaveState.BAKING, "baking_at", now, "looked_at", now);
            this.journal.state(run, "run.wave-baking", Told.of(wave, StepSource.PORTAL, null), Map.of());
        }
    }

    /** Judges a wave, as it stands now. */
    public WaveVerdict judge(long runId, String waveKey) {
        RunHead run = this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        Instant now = this.journal.act().at();
        if (wave.state() == WaveState.BAKING) {
            Instant end = wave.lookedAt().plus(Duration.ofMinutes(this.plans.of(runId).wave(waveKey).bake().minutes()));
            if (end.isAfter(now)) {
                Instant next = now.plus(LOOK).isBefore(end) ? now.plus(LOOK) : end;
                this.store.changeWave(wave, "judge_at", next);
                return new WaveVerdict("not-yet", next);
            }
        }
        if (wave.state() == WaveState.BAKING || wave.state() == WaveState.RUNNING) {
            this.store.changeWave(wave, "state", WaveState.DONE, "outlook", null, "judge_at", null);
            this.journal.state(run, "run.wave-done", Told.of(wave, StepSource.PORTAL, null), Map.of());
        }
        return new WaveVerdict("settled", now);
    }

    /**
     * Notes that a wave ended.
     * @return {@code done}, {@code failed} or {@code rollback}
     */
    public String close(long runId, String waveKey) {
        this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        this.store.changeWave(wave, "over_at", this.journal.act().at(), "outlook", null, "judge_at", null);
        return switch (wave.state()) {
            case DONE -> "done";
            case ROLLBACK -> "rollback";
            default -> "failed";
        };
    }

    /**
     * Decides how a wave goes on that failed its checks, or of which nobody can tell.
     * Refuses a wave that is not watched.
     * @param reason why, 1 to 2,000 characters
     */
    public void decide(long waveId, WaveChoice choice, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.run.reason.missing");
        RunHead run = this.store.lock(this.store.wave(waveId).runId());
        RunWave wave = this.store.wave(waveId);
        if (wave.state() != WaveState.BAKING) {
            throw new InvalidInputException("", "deployment.run.wave.over");
        }
        Act act = this.journal.act();
        WaveState state = switch (choice) {
            case WAIT -> WaveState.BAKING;
            case ACCEPT -> WaveState.DONE;
            case FAIL -> WaveState.FAILED;
            case ROLL_BACK -> WaveState.ROLLBACK;
        };
        this.store.changeWave(wave, "state", state, "decided_by", act.by(), "reason", why);
        this.journal.state(run, choice.action(), Told.of(wave, StepSource.PERSON, why), Map.of());
    }

}
