package io.slipway.deployment.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.deployment.run.RunJournal.Told;
import io.slipway.identity.Act;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of runs: when each may start, that it was started, and how it ended, with
 * where that is known from. What a person decides of a failed one is in
 * {@link FailureManagement}.
 */
@Service
@Transactional
public class StepManagement {

    /** How long a step waits until it is looked at again by itself. */
    private static final Duration LOOK = Duration.ofHours(1);

    private static final int TITLE = 120;

    private final RunStore store;

    private final RunPlans plans;

    private final RunHolds holds;

    private final RunJournal journal;

    private final Workflow workflow;

    private final Clock clock;

    private final List<StepDoer> doers;

    StepManagement(RunStore store, RunPlans plans, RunHolds holds, RunJournal journal, Workflow workflow, Clock clock,
            List<StepDoer> doers) {
        this.store = store;
        this.plans = plans;
        this.holds = holds;
        this.journal = journal;
        this.workflow = workflow;
        this.clock = clock;
        this.doers = doers;
    }

    /**
     * Looks whether a step may start, and offers it if so.
     * @param instance the process instance that runs it
     */
    public StepOffer check(long runId, String stepKey, String instance) {
        RunHead run = this.store.lock(runId);
        PlannedStep planned = this.plans.of(runId).step(stepKey);
        String waveKey = waveOf(runId, stepKey);
        Map<String, RunStep> others = this.store.steps(runId, waveKey);
        RunStep step = others.get(stepKey);
        Instant now = this.clock.instant();
        StepGate gate = StepGate.of(planned, others, this.holds.of(run), givenUp(run, waveKey), now);
        Instant startAt = (gate.at() != null) ? gate.at() : now.plus(LOOK);
        switch (gate.way()) {
            case NOW -> offer(run, step, "portal".equals(work(planned)), instance, now);
            case NOT_YET ->
                this.store.changeStep(step, "instance", instance, "waits_for", gate.waitsFor(), "wake_at", startAt);
            case NO_LONGER -> skip(run, step, now);
        }
        return new StepOffer(gate.way().word(), work(planned), startAt, now.plus(time(planned)),
                "PT" + Math.max(1, planned.minutes()) + "M", seat(planned),
                planned.name().substring(0, Math.min(TITLE, planned.name().length())), !run.live());
    }

    private String waveOf(long run, String stepKey) {
        return this.plans.of(run)
            .waves()
            .stream()
            .filter((wave) -> wave.steps().stream().anyMatch((step) -> step.key().equals(stepKey)))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("step", stepKey))
            .key();
    }

    private boolean givenUp(RunHead run, String wave) {
        return !run.running() || this.store.wave(run.id(), wave).state().givenUp();
    }

    private void offer(RunHead run, RunStep step, boolean portal, String instance, Instant now) {
        this.store.changeStep(step, "instance", instance, "state", portal ? StepState.RUNNING : StepState.READY,
                "ready_at", now, "started_at", portal ? now : null, "started_source", portal ? StepSource.PORTAL : null,
                "ended_at", null, "ended_source", null, "waits_for", null, "wake_at", null);
        this.journal.state(run, portal ? "run.step-started" : "run.step-offered",
                Told.of(step, StepSource.PORTAL, null), Map.of());
    }

    private void skip(RunHead run, RunStep step, Instant now) {
        this.store.changeStep(step, "state", StepState.SKIPPED, "settled", true, "ended_at", now, "ended_source",
                StepSource.PORTAL, "waits_for", null, "wake_at", null);
        this.journal.state(run, "run.step-skipped", Told.of(step, StepSource.PORTAL, null), Map.of());
    }

    private String work(PlannedStep planned) {
        if (planned.kind() == StepKind.DECISION) {
            return "decision";
        }
        return (planned.kind() == StepKind.TIMER || doer(planned) != null) ? "portal" : "person";
    }

    private @Nullable StepDoer doer(PlannedStep planned) {
        return this.doers.stream().filter((doer) -> doer.does(planned)).findFirst().orElse(null);
    }

    private Duration time(PlannedStep planned) {
        StepDoer doer = doer(planned);
        return (doer != null) ? doer.patience(planned) : Duration.ofMinutes(planned.minutes());
    }

    private static String seat(PlannedStep planned) {
        Role role = planned.role();
        String id = (role != null && role.works()) ? role.id() : Role.DEPLOYMENT_MANAGER.id();
        return "1:" + id + (planned.person().isBlank() ? "" : "=" + planned.person());
    }

    /**
     * Has what does a step of this kind start. What cannot be started has failed.
     */
    public void trigger(String instance) {
        RunStep step = at(instance);
        RunHead run = this.store.lock(step.runId());
        PlannedStep planned = this.plans.of(run.id()).step(step.step());
        StepDoer doer = doer(planned);
        if (doer == null || step.state() != StepState.RUNNING) {
            return;
        }
        try {
            doer.start(run, step, planned, step.subject());
        }
        catch (InvalidInputException ex) {
            end(run, step, false, StepSource.PORTAL, String.valueOf(ex.getMessage()));
        }
    }

    /** Notes that a person begins to do a step; refuses one that is not offered. */
    public void begin(long stepId) {
        RunStep found = this.store.step(stepId);
        RunHead run = this.store.lock(found.runId());
        RunStep step = this.store.step(found.id());
        refuseUnless(step.state() == StepState.READY);
        Act act = this.journal.act();
        this.store.changeStep(step, "state", StepState.RUNNING, "started_at", act.at(), "started_source",
                StepSource.PERSON, "done_by", act.by());
        this.journal.state(run, "run.step-started", Told.of(step, StepSource.PERSON, null), Map.of());
    }

    /**
     * Records how a step went that a person did or decided. Refuses a step that nobody is
     * at.
     * @param note what was seen, or why it failed
     * @param evidence what was left behind, as far as the plan wants anything
     */
    public void finish(long stepId, boolean succeeded, @Nullable String note, @Nullable String evidence) {
        RunStep found = this.store.step(stepId);
        RunHead run = this.store.lock(found.runId());
        RunStep step = this.store.step(found.id());
        refuseUnless(step.state().open());
        if (evidence != null) {
            this.store.changeStep(step, "evidence", evidence);
        }
        end(run, step, succeeded, StepSource.PERSON, note);
    }

    /**
     * Hears from something else than a person how a step ended. A late, repeated or
     * foreign word changes nothing.
     * @param subject as the {@link StepDoer} was told
     * @return whether it counted
     */
    public boolean told(String subject, boolean succeeded, StepSource source, @Nullable String note) {
        RunStep found = ofSubject(subject);
        if (found == null) {
            return false;
        }
        RunHead run = this.store.lock(found.runId());
        RunStep step = this.store.step(found.id());
        if (step.state() != StepState.RUNNING || !step.subject().equals(subject)) {
            return false;
        }
        end(run, step, succeeded, source, note);
        tell("EndStep", step);
        return true;
    }

    private @Nullable RunStep ofSubject(String subject) {
        String id = subject.replaceFirst("^run-step:(\\d{1,18})/\\d{1,9}$", "$1");
        return id.equals(subject) ? null : this.store.findStep(Long.parseLong(id)).orElse(null);
    }

    private void end(RunHead run, RunStep step, boolean succeeded, StepSource source, @Nullable String note) {
        Act act = this.journal.act();
        Instant started = (step.startedAt() != null) ? step.startedAt() : step.readyAt();
        this.store.changeStep(step, "state", succeeded ? StepState.DONE : StepState.FAILED, "settled",
                succeeded && source == StepSource.PERSON, "started_at", started, "started_source",
                Objects.requireNonNullElse(step.startedSource(), source), "ended_at", act.at(), "ended_source", source,
                "done_by", (source == StepSource.PERSON) ? act.by() : step.doneBy(), "note", note);
        this.journal.state(run, succeeded ? "run.step-done" : "run.step-failed", Told.of(step, source, note),
                Map.of("source", source));
    }

    /**
     * Notes how a step ended whose work is over: a timer is done, and what a tool did not
     * do in time has failed.
     * @return whether nothing is to be decided about it any more
     */
    public boolean settle(String instance) {
        RunStep found = at(instance);
        RunHead run = this.store.lock(found.runId());
        RunStep step = this.store.step(found.id());
        if (step.state().open()) {
            boolean timer = step.kind() == StepKind.TIMER;
            abortTool(step);
            end(run, step, timer, StepSource.TIMER, null);
            step = this.store.step(step.id());
        }
        boolean settled = step.settled() || step.state().lets() || givenUp(run, step.wave());
        if (settled) {
            this.store.changeStep(step, "settled", true);
        }
        return settled;
    }

    /**
     * Aborts a step that somebody or something is at: it has failed. Refuses a step that
     * nobody is at, and whoever is no deployment manager.
     * @param reason why, 1 to 2,000 characters
     */
    @PreAuthorize("hasAuthority('deployment-manager')")
    public void abort(long runId, String stepKey, String reason) {
        String why = InputCheck.text("reason", reason, 2000, "deployment.run.reason.missing");
        RunHead run = this.store.lock(runId);
        RunStep step = this.store.steps(runId, waveOf(runId, stepKey)).get(stepKey);
        refuseUnless(step.state().open());
        abortTool(step);
        this.journal.state(run, "run.step-aborted", Told.of(step, StepSource.PERSON, why), Map.of());
        end(run, step, false, StepSource.PERSON, why);
        tell("AbortStep", step);
    }

    private void abortTool(RunStep step) {
        StepDoer doer = doer(this.plans.of(step.runId()).step(step.step()));
        if (doer != null) {
            doer.abort(step.subject());
        }
    }

    private void tell(String message, RunStep step) {
        if (step.instance() != null) {
            this.workflow.tellInstance(message, step.instance());
        }
    }

    private RunStep at(String instance) {
        return this.store.stepOf(instance).orElseThrow(() -> new NotFoundException("step", instance));
    }

    private static void refuseUnless(boolean met) {
        if (!met) {
            throw new InvalidInputException("", "deployment.run.step.over");
        }
    }

}
