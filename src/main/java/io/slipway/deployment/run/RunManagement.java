package io.slipway.deployment.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.deployment.run.RunJournal.Told;
import io.slipway.identity.Act;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.Network;
import io.slipway.planning.wave.Schedule;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs as a whole: each keeps to the plan with which it began, whatever becomes of that
 * plan, and can be halted and let go on.
 */
@Service
@Transactional
public class RunManagement {

    private static final int REASON = 2000;

    private static final int EVENTS = 200;

    private final RunStore store;

    private final RunPlans plans;

    private final RunJournal journal;

    private final Bakes bakes;

    RunManagement(RunStore store, RunPlans plans, RunJournal journal, Bakes bakes) {
        this.store = store;
        this.plans = plans;
        this.journal = journal;
        this.bakes = bakes;
    }

    /**
     * Begins a run: a live one only where a deployment starts, which was judged there.
     * Refuses a plan without a step, and one whose steps wait for each other.
     * @return its id, by which process models know it
     */
    public long begin(RunDraft draft) {
        if (draft.waves().stream().allMatch((wave) -> wave.steps().isEmpty())) {
            throw new InvalidInputException("", "deployment.run.empty");
        }
        Act act = this.journal.act();
        Schedule planned = planned(draft, act.at());
        long id = this.store.insert(draft, this.store.nextNumber(draft.release()), planned, act.at(), act.by());
        RunHead run = this.store.lock(id);
        this.journal.state(run, "run.begun", Told.ofRun(StepSource.PERSON, null), Map.of("environment",
                run.environment(), "model", run.model(), "digest", run.planDigest(), "waves", draft.waves().size()));
        return id;
    }

    private static Schedule planned(RunDraft draft, Instant now) {
        try {
            return Network.of(draft.waves()).planned((draft.start() != null) ? draft.start() : now);
        }
        catch (IllegalArgumentException ex) {
            throw new InvalidInputException("", "deployment.run.circle");
        }
    }

    /**
     * Ends a run; one that ended before stays as it is.
     * @param reason why, if somebody decided it
     */
    public void end(long runId, RunStatus state, String reason) {
        RunHead run = this.store.lock(runId);
        if (!run.running()) {
            return;
        }
        Act act = this.journal.act();
        this.store.changeRun(runId, "state", state, "running", null, "ended_at", act.at(), "ended_by", act.by(),
                "ending", reason.isBlank() ? null : reason, "halted_at", null, "halted_by", null, "halt_reason", null);
        this.journal.state(run, "run.ended", Told.ofRun(StepSource.PORTAL, reason.isBlank() ? null : reason),
                Map.of("outcome", state));
    }

    /**
     * Halts a run: none of its steps is started any more, those that are under way go on,
     * and what is watched waits. Refuses a run that is over or halted.
     * @param reason why, 1 to 2,000 characters
     */
    public void halt(long runId, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.run.reason.missing");
        RunHead run = going(runId);
        if (run.halted()) {
            throw new InvalidInputException("", "deployment.run.halted.already");
        }
        Act act = this.journal.act();
        this.store.changeRun(runId, "halted_at", act.at(), "halted_by", act.by(), "halt_reason", why);
        countBakes(runId, act.at());
        this.journal.state(run, "run.halted", Told.ofRun(StepSource.PERSON, why), Map.of());
    }

    /**
     * Lets a halted run go on. Refuses one that is over or not halted.
     * @param reason why, 1 to 2,000 characters
     */
    public void resume(long runId, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.run.reason.missing");
        RunHead run = going(runId);
        if (!run.halted()) {
            throw new InvalidInputException("", "deployment.run.halted.not");
        }
        this.store.changeRun(runId, "halted_at", null, "halted_by", null, "halt_reason", null);
        countBakes(runId, this.journal.act().at());
        this.journal.state(run, "run.resumed", Told.ofRun(StepSource.PERSON, why), Map.of());
    }

    /** Time that is not to count ends at this moment, and so does time that is. */
    private void countBakes(long runId, Instant now) {
        RunHead run = this.store.lock(runId);
        this.store.waves(runId)
            .stream()
            .filter((wave) -> wave.state() == WaveState.BAKING)
            .forEach((wave) -> this.bakes.count(run, wave, now));
    }

    /**
     * Takes other times as what is planned, to which lateness is compared from now on;
     * the plan itself stays. Refuses a run that is over.
     * @param times when each step is to start and end, by its key
     * @param end when the last step is to end, UTC
     * @param reason why, 1 to 2,000 characters
     */
    public void rebaseline(long runId, Map<String, Planned> times, Instant end, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.run.reason.missing");
        RunHead run = going(runId);
        this.store.plan(runId, times);
        this.store.changeRun(runId, "ends_at", end);
        this.journal.state(run, "run.rebaselined", Told.ofRun(StepSource.PERSON, why), Map.of("end", end));
    }

    private RunHead going(long runId) {
        RunHead run = this.store.lock(runId);
        if (!run.running()) {
            throw new InvalidInputException("", "deployment.run.over");
        }
        return run;
    }

    /** A run as a whole. */
    @Transactional(readOnly = true)
    public RunHead head(long runId) {
        return find(runId).orElseThrow(() -> new NotFoundException("run", String.valueOf(runId)));
    }

    @Transactional(readOnly = true)
    public Optional<RunHead> find(long runId) {
        return this.store.find(runId);
    }

    /** A run with all that became of it. */
    @Transactional(readOnly = true)
    public RunDetails details(long runId) {
        return new RunDetails(head(runId), this.plans.of(runId), this.store.waves(runId), this.store.steps(runId),
                this.store.events(runId, EVENTS));
    }

    /** The runs of a release, the newest first, at most 100. */
    @Transactional(readOnly = true)
    public List<RunHead> ofRelease(String releaseKey) {
        return this.store.ofRelease(releaseKey);
    }

    /**
     * The runs that go on, those that began first, first.
     * @param after id of the last run of the page before; 0 for the first
     */
    @Transactional(readOnly = true)
    public List<RunHead> running(long after, int most) {
        return this.store.running(after, most);
    }

    /** The step that a process instance runs, and its run. */
    @Transactional(readOnly = true)
    public Optional<RunStep> stepOf(String instance) {
        return this.store.stepOf(instance);
    }

    /** The wave that a process instance runs. */
    @Transactional(readOnly = true)
    public Optional<RunWave> waveOf(String instance) {
        return this.store.waveOf(instance);
    }

    /** The plan that a run keeps to. */
    @Transactional(readOnly = true)
    public RunPlan planOf(long runId) {
        return this.plans.of(runId);
    }

    /**
     * When a step is to be done.
     *
     * @param start UTC
     * @param end UTC
     */
    public record Planned(Instant start, Instant end) {
    }

}
