package io.slipway.deployment.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.deployment.run.RunJournal.Told;
import io.slipway.identity.Act;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.PlannedStep;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide of steps that failed. Each decision holds for one step in one wave,
 * and for no other target, step or wave; nothing goes on before somebody decided.
 */
@Service
@Transactional
public class FailureManagement {

    private static final int REASON = 2000;

    private final RunStore store;

    private final RunPlans plans;

    private final RunJournal journal;

    FailureManagement(RunStore store, RunPlans plans, RunJournal journal) {
        this.store = store;
        this.plans = plans;
        this.journal = journal;
    }

    /**
     * What may be decided of a failed step.
     * @return the choices, in the order in which they should be thought of
     */
    @Transactional(readOnly = true)
    public List<FailureChoice> choices(RunStep step) {
        PlannedStep planned = this.plans.of(step.runId()).step(step.step());
        return Arrays.stream(FailureChoice.values()).filter((choice) -> switch (choice) {
            case RETRY -> step.retriesLeft() > 0;
            case IGNORE -> planned.optional();
            case EXCLUDE -> targets(step).size() > 1;
            case FAIL_WAVE, ROLL_BACK -> true;
        }).toList();
    }

    /** The targets that are not left out of a step yet. */
    @Transactional(readOnly = true)
    public List<String> targets(RunStep step) {
        return this.plans.of(step.runId())
            .wave(step.wave())
            .targets()
            .stream()
            .filter((target) -> !step.withoutTargets().contains(target))
            .toList();
    }

    /**
     * Decides what becomes of a failed step. Refuses a choice that {@link #choices} does
     * not offer, a target that is not one of the wave's, and a step that did not fail or
     * of which was decided.
     * @param target which target is left out, if one is
     * @param reason why, 1 to 2,000 characters
     */
    public void decide(long stepId, FailureChoice choice, @Nullable String target, String reason) {
        RunStep found = this.store.step(stepId);
        RunHead run = this.store.lock(found.runId());
        RunStep step = this.store.step(found.id());
        if (step.state() != StepState.FAILED || step.settled()) {
            throw new InvalidInputException("", "deployment.run.step.over");
        }
        InputCheck check = new InputCheck();
        String why = check.required("reason", reason, REASON, "deployment.run.reason.missing");
        check.refuseIf(!choices(step).contains(choice), "", "deployment.run.choice.refused");
        check.refuseIf(choice == FailureChoice.EXCLUDE && !targets(step).contains(target), "target",
                "deployment.run.target.missing");
        check.finish();
        switch (choice) {
            case RETRY -> retry(run, step, why);
            case IGNORE -> leave(run, step, StepState.IGNORED, "run.step-ignored", why, Map.of());
            case EXCLUDE -> exclude(run, step, Objects.requireNonNull(target), why);
            case FAIL_WAVE -> giveUp(run, step, WaveState.FAILED, why);
            case ROLL_BACK -> giveUp(run, step, WaveState.ROLLBACK, why);
        }
    }

    private void retry(RunHead run, RunStep step, String reason) {
        this.store.changeStep(step, "state", StepState.WAITING, "retries", step.retries() + 1, "ready_at", null,
                "started_at", null, "started_source", null, "ended_at", null, "ended_source", null, "done_by", null);
        this.journal.state(run, "run.step-retried", Told.of(step, StepSource.PERSON, reason),
                Map.of("retry", step.retries() + 1, "most", RunStep.MOST_RETRIES));
    }

    private void exclude(RunHead run, RunStep step, String target, String reason) {
        String all = (step.leftOut() != null) ? step.leftOut() + "\n" + target : target;
        this.store.changeStep(step, "left_out", all);
        leave(run, step, StepState.EXCLUDED, "run.step-excluded", reason, Map.of("target", target));
    }

    private void leave(RunHead run, RunStep step, StepState state, String action, String reason,
            Map<String, ?> values) {
        this.store.changeStep(step, "state", state, "settled", true, "ended_at", this.journal.act().at());
        this.journal.state(run, action, Told.of(step, StepSource.PERSON, reason), values);
    }

    private void giveUp(RunHead run, RunStep step, WaveState state, String reason) {
        Act act = this.journal.act();
        this.store.changeStep(step, "settled", true);
        RunWave wave = this.store.wave(run.id(), step.wave());
        this.store.changeWave(wave, "state", state, "decided_by", act.by(), "reason", reason);
        this.journal.state(run, (state == WaveState.FAILED) ? "run.wave-failed" : "run.wave-rolled-back",
                Told.of(step, StepSource.PERSON, reason), Map.of());
    }

}
