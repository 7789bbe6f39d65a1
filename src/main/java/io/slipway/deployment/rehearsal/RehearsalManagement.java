package io.slipway.deployment.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.slipway.deployment.environment.EnvironmentClaim;
import io.slipway.deployment.environment.EnvironmentDetails;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.WayBack;
import io.slipway.deployment.run.RunDetails;
import io.slipway.deployment.run.RunDraft;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStatus;
import io.slipway.deployment.run.RunType;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.WaveState;
import io.slipway.identity.Journal;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.wave.Wave;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.validation.Rehearsal;
import io.slipway.validation.ValidationManagement;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rehearses the plans of releases: by deployment managers, at any time before the release
 * is deployed, never in production. What was rehearsed well counts as verified where it
 * was, so that an environment after it may be entered.
 */
@Service
@Transactional
public class RehearsalManagement {

    private static final String PROCESS = "RehearseDeploymentProcess";

    private final RunManagement runs;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final Environments environments;

    private final WhatRuns whatRuns;

    private final RollbackManagement rollbacks;

    private final ValidationManagement validation;

    private final Messages words;

    private final Workflow workflow;

    private final Journal journal;

    RehearsalManagement(RunManagement runs, ReleaseManagement releases, CurrentPlans plans, Environments environments,
            WhatRuns whatRuns, RollbackManagement rollbacks, ValidationManagement validation, Messages words,
            Workflow workflow, Journal journal) {
        this.runs = runs;
        this.releases = releases;
        this.plans = plans;
        this.environments = environments;
        this.whatRuns = whatRuns;
        this.rollbacks = rollbacks;
        this.validation = validation;
        this.words = words;
        this.workflow = workflow;
        this.journal = journal;
    }

    /**
     * Begins to rehearse the plan of a release. Refuses everybody but deployment
     * managers, an unknown release or one that has ended, a plan without waves, an
     * environment that nobody keeps, is production, or that somebody else has alone, and
     * a release of which another rehearsal is under way.
     * @return id of the run
     */
    @PreAuthorize("hasAuthority('deployment-manager')")
    public long begin(String releaseKey, String environment) {
        ReleaseDetails release = this.releases.get(releaseKey);
        ReleasePlan plan = this.plans.of(release);
        List<Wave> waves = plan.plan().deployment().waves();
        InputCheck check = new InputCheck();
        check.refuseIf(!release.open(), "", "deployment.rehearsal.ended", releaseKey);
        check.refuseIf(waves.isEmpty(), "", "deployment.rehearsal.no-waves");
        check.refuseIf(underWay(releaseKey).isPresent(), "", "deployment.rehearsal.under-way", releaseKey);
        check(environment, releaseKey, check);
        check.finish();
        String digest = (plan.digest() != null) ? plan.digest() : PlanYaml.digest(plan.plan());
        long run = this.runs.begin(new RunDraft(releaseKey, RunType.REHEARSAL, environment, null,
                release.model().name(), digest, waves, this.journal.act().at(), null));
        this.workflow.start(PROCESS, releaseKey, Map.of("releaseName", release.name(), "priority",
                release.type().priority(), "phase", release.phase().name(), "run", run));
        return run;
    }

    private void check(String environment, String releaseKey, InputCheck check) {
        EnvironmentDetails place = find(environment);
        check.refuseIf(environment.isEmpty(), "environment", "deployment.rehearsal.environment.missing");
        check.refuseIf(place == null || !place.inUse(), "environment", "deployment.rehearsal.environment.unknown",
                environment);
        check.refuseIf(place != null && place.profile().production(), "environment",
                "deployment.rehearsal.environment.production", environment);
        EnvironmentClaim claim = this.environments.claim(environment, releaseKey).orElse(null);
        check.refuseIf(claim != null && (claim.heldPurpose() != null || claim.bookedPurpose() != null), "environment",
                "deployment.rehearsal.environment.taken", environment);
    }

    private @Nullable EnvironmentDetails find(String environment) {
        try {
            return this.environments.get(environment);
        }
        catch (NotFoundException ex) {
            return null;
        }
    }

    /** The rehearsal of a release that is under way. */
    @Transactional(readOnly = true)
    public Optional<RunHead> underWay(String releaseKey) {
        return this.runs.ofRelease(releaseKey).stream().filter((run) -> run.running() && !run.live()).findFirst();
    }

    /**
     * The wave of a rehearsal that comes next; nothing once all were, one was given up,
     * or the run is over.
     */
    public Optional<String> next(long run) {
        RunDetails details = this.runs.details(run);
        boolean goesOn = details.head().running()
                && details.waves().stream().noneMatch((wave) -> wave.state().givenUp());
        return details.waves()
            .stream()
            .filter((wave) -> goesOn && wave.state() == WaveState.PLANNED)
            .map(RunWave::wave)
            .findFirst();
    }

    /**
     * The wave of a rehearsal that is taken back next, the one that was begun last first:
     * each once, so that the way back is rehearsed as well. Begins to take it back.
     * @return nothing once each was
     */
    public Optional<String> nextBack(long run) {
        RunDetails details = this.runs.details(run);
        String release = details.head().releaseKey();
        List<String> tried = this.rollbacks.ofRelease(release)
            .stream()
            .filter((one) -> Objects.equals(one.runId(), run))
            .map((one) -> String.valueOf(one.wave()))
            .toList();
        Optional<String> next = details.waves()
            .stream()
            .filter((wave) -> begun(details, wave) && !tried.contains(wave.wave())
                    && !this.rollbacks.takenBack(run, wave.wave()))
            .reduce((one, later) -> later)
            .map(RunWave::wave);
        next.ifPresent(
                (wave) -> this.rollbacks.begin(release, run, wave, this.words.text("deployment.rehearsal.back")));
        return next;
    }

    private static boolean begun(RunDetails details, RunWave wave) {
        return details.steps().stream().anyMatch((step) -> step.wave().equals(wave.wave()) && step.startedAt() != null);
    }

    /**
     * Keeps how taking back went as the rehearsal of the release's rollback.
     * @return whether all is taken back
     */
    private boolean prove(RunHead head) {
        List<WayBack> steps = this.rollbacks.steps(this.rollbacks.ofRelease(head.releaseKey())
            .stream()
            .filter((one) -> Objects.equals(one.runId(), head.id()))
            .toList());
        if (steps.isEmpty()) {
            return false;
        }
        Instant now = this.journal.act().at();
        Instant from = steps.stream()
            .map(WayBack::offeredAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(now);
        boolean all = steps.stream().allMatch((step) -> step.state() == WayBack.State.DONE);
        int minutes = (int) Math.max(1, Duration.between(from, now).toMinutes());
        this.validation.recordRehearsal(head.releaseKey(), new Rehearsal(all, now, minutes,
                this.words.text("deployment.rehearsal.proof", head.number(), head.environment(), steps.size())));
        return all;
    }

    /**
     * Ends a rehearsal, with what became of its waves. One that did all counts as
     * verified where it was, and what was taken back as the rehearsal of the rollback.
     */
    public void end(long run) {
        RunDetails details = this.runs.details(run);
        RunHead head = details.head();
        boolean done = details.waves().stream().allMatch((wave) -> wave.state() == WaveState.DONE);
        if (done && head.running()) {
            this.whatRuns.rehearsed(this.releases.get(head.releaseKey()), head.environment(), this.journal.act().at(),
                    head.begunBy());
        }
        if (head.running() && prove(head)) {
            this.whatRuns.rolledBack(this.releases.get(head.releaseKey()), head.environment(), this.journal.act().at(),
                    head.begunBy());
        }
        this.runs.end(run, done ? RunStatus.DONE : RunStatus.FAILED, "");
    }

}
