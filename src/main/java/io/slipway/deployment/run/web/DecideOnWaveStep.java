package io.slipway.deployment.run.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.WaveChoice;
import io.slipway.deployment.run.WaveManagement;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;

/**
 * A person decides how a wave goes on that failed its checks, or of which nobody can tell
 * whether it passed.
 */
@StepKey(value = "deployment/decide-on-wave", buttons = { "wait", "accept", "fail", "roll-back" })
class DecideOnWaveStep implements Step<DecideOnWaveForm> {

    private final WaveManagement waves;

    private final RunManagement runs;

    private final RunStepFacts facts;

    DecideOnWaveStep(WaveManagement waves, RunManagement runs, RunStepFacts facts) {
        this.waves = waves;
        this.runs = runs;
        this.facts = facts;
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        RunWave wave = wave(item);
        return Map.of("wave", wave, "bake", this.runs.planOf(wave.runId()).wave(wave.wave()).bake(), "late",
                this.facts.late(wave.runId()));
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        return this.facts.ofWave(wave(item));
    }

    @Override
    public Outcome complete(WorkItem item, DecideOnWaveForm form) {
        WaveChoice choice = WaveChoice.valueOf(form.outcome().replace('-', '_').toUpperCase(Locale.ROOT));
        RunWave wave = wave(item);
        if (choice == WaveChoice.ROLL_BACK) {
            this.facts.refuseLate(wave.runId(), form.confirmed());
        }
        this.waves.decide(wave.id(), choice, form.reason());
        return Outcome.of(form.outcome())
            .because(form.reason())
            .with("waveDecision", (choice == WaveChoice.WAIT) ? "wait" : "settled");
    }

    private RunWave wave(WorkItem item) {
        return this.runs.waveOf(String.valueOf(item.instance()))
            .orElseThrow(() -> new NotFoundException("wave", item.id()));
    }

}
