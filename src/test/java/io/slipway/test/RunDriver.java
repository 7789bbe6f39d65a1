package io.slipway.test;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.run.RunDetails;
import io.slipway.deployment.run.RunDraft;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.RunType;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.StepState;
import io.slipway.deployment.run.WaveState;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.StepWork;
import io.slipway.planning.wave.Wave;
import io.slipway.workflow.Workflow;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Begins runs of releases and takes them through their waves, as people would. Test
 * classes ask for it with {@code @Autowired RunDriver}.
 */
@Component
@Profile("test")
public class RunDriver {

    private static final String DEPLOYER = PreparationDriver.DEPLOYER;

    private final RunManagement runs;

    private final Workflow workflow;

    private final StepDriver steps;

    private final Acting acting;

    private final SomeTool tool;

    RunDriver(RunManagement runs, Workflow workflow, StepDriver steps, Acting acting, SomeTool tool) {
        this.runs = runs;
        this.workflow = workflow;
        this.steps = steps;
        this.acting = acting;
        this.tool = tool;
    }

    /** A step that follows others, each named by its key, and takes ten minutes. */
    public static PlannedStep step(String key, StepKind kind, String... after) {
        return step(key, kind, false, Arrays.stream(after).map((other) -> new StepLink(other, null, 0)).toList(), null);
    }

    /** A step that may be ignored. */
    public static PlannedStep optional(String key) {
        return step(key, StepKind.MANUAL, true, List.of(), null);
    }

    public static PlannedStep step(String key, StepKind kind, boolean optional, List<StepLink> after,
            @Nullable Instant notBefore) {
        return new PlannedStep(key, "Step " + key, kind, Role.DEPLOYMENT_MANAGER, "", 10, after, notBefore, optional,
                false, null, StepWork.NONE);
    }

    /** A wave of two sites that is not watched. */
    public static Wave wave(String key, PlannedStep... steps) {
        return wave(key, Bake.NONE, steps);
    }

    public static Wave wave(String key, Bake bake, PlannedStep... steps) {
        return new Wave(key, "Wave " + key, List.of("Basel", "Bern"), null, List.of(steps), bake);
    }

    /** A bake with a check that a person reads, and with a minimum of use, if wanted. */
    public static Bake bake(int minutes, boolean checked) {
        return new Bake(minutes, checked ? reading("Use", ">= 1000", "") : null,
                checked ? List.of(reading("Errors", "< 1", ">= 1")) : List.of());
    }

    private static CheckRule reading(String name, String success, String failure) {
        return new CheckRule(name, CheckKind.READING, "", "", success, failure, CheckLimits.ONCE);
    }

    /** Waits until a wave is watched, and was looked at. */
    public void awaitBake(long run, String wave) {
        Awaitility.await(wave + " is watched")
            .until(() -> waveOf(run, wave).state() == WaveState.BAKING && waveOf(run, wave).judgeAt() != null);
    }

    /** Begins a rehearsal, of which nothing is done yet. */
    public long begin(String release, Wave... waves) {
        return begin(release, RunType.REHEARSAL, waves);
    }

    public long begin(String release, RunType type, Wave... waves) {
        return begin(release, type, "PHASED", waves);
    }

    public long begin(String release, String model, Wave wave) {
        return begin(release, RunType.REHEARSAL, model, wave);
    }

    private long begin(String release, RunType type, String model, Wave... waves) {
        return this.acting.as(DEPLOYER, () -> this.runs.begin(new RunDraft(release, type, "staging",
                (type == RunType.LIVE) ? 1 : null, model, "0".repeat(64), List.of(waves), null, null)));
    }

    /** Starts the process of one wave. */
    public void startWave(String release, long run, String wave) {
        this.acting.as(DEPLOYER, () -> this.workflow.start("RunWaveProcess", release, "run",
                Map.of("run", run, "wave", wave, "releaseName", release, "priority", 50, "phase", "DEPLOY")));
    }

    /** Begins a rehearsal of one wave, and starts it. */
    public long run(String release, Wave wave) {
        long run = begin(release, wave);
        startWave(release, run, wave.key());
        return run;
    }

    /** Does a step of people, as one of the buttons says. */
    public void act(String release, String form, String step, String outcome, String... fields) {
        Map<String, Object> all = new HashMap<>(Map.of("outcome", outcome));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        this.steps.complete(DEPLOYER, release, form, (item) -> item.stepName().endsWith(step), all);
    }

    public void done(String release, String step) {
        act(release, "do-step", "Step " + step, "done");
    }

    public void fail(String release, String step) {
        act(release, "do-step", "Step " + step, "failed", "note", "The disk is full.");
    }

    /** Decides what becomes of a failed step. */
    public void decide(String release, String step, String outcome) {
        act(release, "decide-on-failed-step", "Step " + step, outcome, "reason", "As agreed.", "target", "Basel");
    }

    public RunStep stepOf(long run, String step) {
        return details(run).steps().stream().filter((one) -> one.step().equals(step)).findFirst().orElseThrow();
    }

    public RunWave waveOf(long run, String wave) {
        return details(run).waves().stream().filter((one) -> one.wave().equals(wave)).findFirst().orElseThrow();
    }

    public RunDetails details(long run) {
        return this.runs.details(run);
    }

    public void awaitStep(long run, String step, StepState state) {
        Awaitility.await(step + " becomes " + state).until(() -> stepOf(run, step).state() == state);
    }

    /** Waits until the tool was told to do a step. */
    public void awaitTool(long run, String step) {
        awaitStep(run, step, StepState.RUNNING);
        Awaitility.await(step + " is with the tool").until(() -> this.tool.starts(stepOf(run, step)) == 1);
    }

    /** Waits until a step waits for something, such as {@code halt}. */
    public void awaitWaiting(long run, String step, String what) {
        Awaitility.await(step + " waits for " + what).until(() -> what.equals(stepOf(run, step).waitsFor()));
    }

    /** Waits until a wave has ended. */
    public void awaitWave(long run, String wave, WaveState state) {
        Awaitility.await(wave + " ends as " + state)
            .until(() -> waveOf(run, wave).overAt() != null && waveOf(run, wave).state() == state);
    }

}
