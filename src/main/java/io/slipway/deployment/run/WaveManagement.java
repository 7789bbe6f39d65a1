package io.slipway.deployment.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.RunJournal.Told;
import io.slipway.identity.Act;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.PlannedStep;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waves of runs: that one began, is watched, proved itself or was given up.
 */
@Service
@Transactional
public class WaveManagement {

    private static final int REASON = 2000;

    private final RunStore store;

    private final RunPlans plans;

    private final RunJournal journal;

    private final Bakes bakes;

    WaveManagement(RunStore store, RunPlans plans, RunJournal journal, Bakes bakes) {
        this.store = store;
        this.plans = plans;
        this.journal = journal;
        this.bakes = bakes;
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
        if (wave.state() == WaveState.RUNNING && this.bakes.asked(wave)) {
            this.bakes.begin(run, wave, this.journal.act().at());
            this.journal.state(run, "run.wave-baking", Told.of(wave, StepSource.PORTAL, null), Map.of());
        }
    }

    /** Judges a wave, as it stands now. */
    public Verdict judge(long runId, String waveKey) {
        RunHead run = this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        if (wave.state() == WaveState.BAKING) {
            return this.bakes.judge(run, wave);
        }
        if (wave.state() == WaveState.RUNNING) {
            this.store.changeWave(wave, "state", WaveState.DONE);
            this.journal.state(run, "run.wave-done", Told.of(wave, StepSource.PORTAL, null), Map.of());
        }
        return new Verdict("settled", this.journal.act().at());
    }

    /**
     * Has a wave looked at soon of which a check came to a verdict.
     * @param subject what the check was for: a wave, or anything else
     */
    public void look(String subject) {
        String id = subject.replaceFirst("^run-wave:(\\d{1,18})/.*$", "$1");
        if (!id.equals(subject)) {
            RunWave wave = this.store.wave(Long.parseLong(id));
            this.store.changeWave(wave, "judge_at", this.journal.act().at());
            this.journal.moved(wave.runId());
        }
    }

    /**
     * Notes that a wave ended.
     * @return {@code done}, {@code failed} or {@code rollback}
     */
    public String close(long runId, String waveKey) {
        this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        this.store.changeWave(wave, "over_at", this.journal.act().at(), "judge_at", null);
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
        this.bakes.end(wave);
        Act act = this.journal.act();
        if (choice == WaveChoice.WAIT) {
            this.store.changeWave(wave, "round", wave.round() + 1);
            this.bakes.begin(run, this.store.wave(waveId), act.at());
        }
        else {
            this.store.changeWave(wave, "state", choice.state(), "decided_by", act.by(), "reason", why);
        }
        this.journal.state(run, choice.action(), Told.of(wave, StepSource.PERSON, why), Map.of());
    }

    /**
     * Gives a wave up that runs or is watched: nothing of it is started any more, what is
     * under way is finished. Refuses one that has not begun or is over, and whoever is no
     * deployment manager.
     * @param choice that it failed, or is to be rolled back
     * @param reason why, 1 to 2,000 characters
     */
    @PreAuthorize("hasAuthority('deployment-manager')")
    public void giveUp(long runId, String waveKey, WaveChoice choice, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.run.reason.missing");
        RunHead run = this.store.lock(runId);
        RunWave wave = this.store.wave(runId, waveKey);
        boolean open = wave.state() == WaveState.RUNNING || wave.state() == WaveState.BAKING;
        if (!open || !choice.state().givenUp()) {
            throw new InvalidInputException("", "deployment.run.wave.over");
        }
        if (wave.state() == WaveState.BAKING) {
            this.bakes.end(wave);
        }
        this.store.changeWave(wave, "state", choice.state(), "decided_by", this.journal.act().by(), "reason", why);
        this.journal.state(run, choice.action(), Told.of(wave, StepSource.PERSON, why), Map.of());
    }

    /**
     * How a wave is judged.
     *
     * @param judged {@code settled}, {@code not-yet} or {@code unclear}
     * @param judgeAt when it is looked at again, if not yet
     */
    public record Verdict(String judged, Instant judgeAt) {
    }

}
