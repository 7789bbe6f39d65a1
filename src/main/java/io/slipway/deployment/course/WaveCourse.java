package io.slipway.deployment.course;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.Statement;
import io.slipway.deployment.rollback.LiveRuns;
import io.slipway.deployment.rollback.Rollback;
import io.slipway.deployment.rollback.RollbackDeadlines;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.rollback.StepBack;
import io.slipway.deployment.rollback.ToolsBack;
import io.slipway.deployment.rollback.WaveBack;
import io.slipway.deployment.rollback.WayBack;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.WaveState;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The course of a run from wave to wave, and back: what the process models of the four
 * ways to deploy ask where nobody has to be asked. It may take back, and never goes past
 * what a person decided.
 */
@Service
@Transactional
public class WaveCourse {

    private static final int REASON = 2000;

    private final LiveRuns live;

    private final RunManagement runs;

    private final DeploymentManagement deployments;

    private final RollbackManagement rollbacks;

    private final RollbackDeadlines deadlines;

    private final ToolsBack tools;

    private final Journal journal;

    private final Messages words;

    private final Clock clock;

    WaveCourse(LiveRuns live, RunManagement runs, DeploymentManagement deployments, RollbackManagement rollbacks,
            RollbackDeadlines deadlines, ToolsBack tools, Journal journal, Messages words, Clock clock) {
        this.live = live;
        this.runs = runs;
        this.deployments = deployments;
        this.rollbacks = rollbacks;
        this.deadlines = deadlines;
        this.tools = tools;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The wave that comes next.
     * @param exceptLast whether the last one of the plan is left for the cut-over
     * @return its key; nothing once all are done
     */
    @Transactional(readOnly = true)
    public Optional<String> next(long run, boolean exceptLast) {
        return this.live.next(run).filter((wave) -> !(exceptLast && this.live.last(wave))).map(RunWave::wave);
    }

    /** Key of the last wave of a run's plan. */
    @Transactional(readOnly = true)
    public String last(long run) {
        List<RunWave> waves = this.runs.details(run).waves();
        return waves.get(waves.size() - 1).wave();
    }

    /**
     * Ends a run as failed and has the whole baseline rolled back, if somebody asked for
     * that in the wave, or there is a way back that is not known to be too late.
     * @return whether it is ordered; else somebody has to decide
     */
    public boolean orderRollback(String releaseKey, long run) {
        RunWave failed = failed(run);
        boolean asked = failed.state() == WaveState.ROLLBACK;
        if (!asked && this.deadlines.of(run).passed(this.clock.instant())) {
            return false;
        }
        String reason = (failed.reason() != null) ? failed.reason()
                : this.words.text("deployment.back.wave-failed", failed.label());
        this.deployments.abort(releaseKey, reason, asked ? Role.DEPLOYMENT_MANAGER : null);
        return true;
    }

    private RunWave failed(long run) {
        return this.runs.details(run)
            .waves()
            .stream()
            .filter((wave) -> wave.state().givenUp())
            .reduce((one, other) -> other)
            .orElseThrow(() -> new IllegalStateException("No wave of run " + run + " failed"));
    }

    /**
     * Decides that the wave that failed is taken back, and nothing else.
     * @param reason why, 1 to 2,000 characters
     */
    public void takeBackFailed(String releaseKey, String reason) {
        RunWave wave = failed(current(releaseKey));
        this.rollbacks.begin(releaseKey, wave.runId(), wave.wave(),
                InputCheck.text("reason", reason, REASON, "deployment.back.reason.missing"));
    }

    /**
     * Decides that the last wave of a run, its cut-over, is taken back.
     * @param reason why, 1 to 2,000 characters
     */
    public void takeBackLast(String releaseKey, long run, String reason) {
        this.rollbacks.begin(releaseKey, run, last(run),
                InputCheck.text("reason", reason, REASON, "deployment.back.reason.missing"));
    }

    /**
     * Decides that all is taken back, in the middle of a run.
     * @param reason why, 1 to 2,000 characters
     */
    public void takeBackAll(String releaseKey, String reason) {
        this.deployments.abort(releaseKey, reason, Role.DEPLOYMENT_MANAGER);
    }

    /**
     * Decides that what a failed wave did stays as it is.
     * @param reason why, 1 to 2,000 characters
     */
    public void keep(String releaseKey, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.back.reason.missing");
        this.journal.record(JournalEntry.ofRelease("deployment.wave-kept", releaseKey)
            .as(Role.DEPLOYMENT_MANAGER)
            .because(why)
            .with(Map.of("wave", failed(current(releaseKey)).label())));
    }

    private long current(String releaseKey) {
        return this.deployments.newestOf(releaseKey)
            .flatMap((attempt) -> this.live.of(releaseKey, attempt.attempt()))
            .orElseThrow(() -> new NotFoundException("run", releaseKey))
            .id();
    }

    /**
     * Ends a run, and records by its waves how the deployment went.
     * @return whether all was done
     */
    public boolean conclude(String releaseKey) {
        return this.deployments.conclude(releaseKey, this.words.text("deployment.back.incomplete"));
    }

    /** The wave that is taken back next. */
    public Optional<WaveBack> nextBack(String releaseKey) {
        Statement decided = this.deployments.newestOf(releaseKey).map(DeploymentDetails::decision).orElse(null);
        return this.rollbacks.nextWave(releaseKey, (decided != null) ? decided.text() : "");
    }

    /** Whether tools took back all that there was. */
    @Transactional(readOnly = true)
    public boolean byTools(String releaseKey) {
        return this.rollbacks.byTools(releaseKey);
    }

    /** Records that the former baseline is back, since tools say so of each step. */
    public void confirmBaseline(String releaseKey) {
        List<Rollback> running = this.rollbacks.running(releaseKey).stream().toList();
        String steps = this.rollbacks.steps(running).stream().map(WayBack::label).collect(Collectors.joining(", "));
        this.deployments.rollBack(releaseKey, this.clock.instant(),
                this.words.text("deployment.back.by-tools", steps.substring(0, Math.min(3000, steps.length()))));
    }

    /** Offers what is taken back next of a wave. */
    public StepBack stepBack(String releaseKey, long run, String wave) {
        if (this.rollbacks.running(releaseKey).isEmpty()) {
            RunWave given = this.runs.details(run)
                .waves()
                .stream()
                .filter((one) -> one.wave().equals(wave))
                .findFirst()
                .orElseThrow();
            this.rollbacks.begin(releaseKey, run, wave, (given.reason() != null) ? given.reason()
                    : this.words.text("deployment.back.wave-failed", given.label()));
        }
        return this.rollbacks.offer(releaseKey, run, wave).map(StepBack::of).orElse(StepBack.NONE);
    }

    /**
     * Has a tool take back the step that is offered.
     * @return when it counts as failed, if nothing is heard of it, UTC
     */
    public Instant triggerStepBack(String releaseKey, String instance) {
        return this.tools.start(this.rollbacks.offered(releaseKey).orElseThrow(), instance);
    }

}
