package io.slipway.deployment.rollback;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.slipway.deployment.run.RunDetails;
import io.slipway.deployment.run.RunDraft;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStatus;
import io.slipway.deployment.run.RunType;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.WaveState;
import io.slipway.planning.ReleasePlan;
import io.slipway.release.ReleaseDetails;

import org.springframework.stereotype.Component;

/**
 * The runs of attempts that are planned in waves: one begins with its attempt and says by
 * its waves how that went, in the transaction of the caller.
 */
@Component
public class LiveRuns {

    private final RunManagement runs;

    private final RollbackManagement rollbacks;

    LiveRuns(RunManagement runs, RollbackManagement rollbacks) {
        this.runs = runs;
        this.rollbacks = rollbacks;
    }

    /** Begins the run of an attempt; nothing where it goes in one piece. */
    public void begin(ReleaseDetails release, ReleasePlan plan, int attempt) {
        if (!plan.plan().deployment().waves().isEmpty()) {
            this.runs.begin(new RunDraft(release.key(), RunType.LIVE, release.environment(), attempt,
                    release.model().name(), Objects.requireNonNullElse(plan.digest(), ""),
                    plan.plan().deployment().waves(), release.plannedStart(), release.plannedEnd()));
        }
    }

    /** The run of an attempt. */
    public Optional<RunHead> of(String releaseKey, int attempt) {
        return this.runs.ofRelease(releaseKey)
            .stream()
            .filter((run) -> run.live() && run.attempt() != null && run.attempt() == attempt)
            .findFirst();
    }

    /**
     * The wave of a run that comes next.
     * @return nothing once all are done, by this run or by a former one of the same plan
     */
    public Optional<RunWave> next(long run) {
        RunDetails now = this.runs.details(run);
        List<RunDetails> before = this.runs.ofRelease(now.head().releaseKey())
            .stream()
            .filter((one) -> one.live() && one.number() < now.head().number()
                    && one.planDigest().equals(now.head().planDigest()))
            .map((one) -> this.runs.details(one.id()))
            .toList();
        return now.waves().stream().filter((wave) -> wave.state() != WaveState.DONE && !live(wave, before)).findFirst();
    }

    private boolean live(RunWave wave, Collection<RunDetails> before) {
        return before.stream()
            .flatMap((run) -> run.waves().stream())
            .anyMatch((one) -> one.wave().equals(wave.wave()) && one.state() == WaveState.DONE
                    && !this.rollbacks.takenBack(one.runId(), one.wave()));
    }

    /** Whether a wave is the last of its run's plan. */
    public boolean last(RunWave wave) {
        List<RunWave> all = this.runs.details(wave.runId()).waves();
        return all.get(all.size() - 1).id() == wave.id();
    }

    /** Whether a run did all that was planned and nothing of it was taken back. */
    public boolean whole(long run) {
        RunDetails details = this.runs.details(run);
        return next(run).isEmpty()
                && details.waves().stream().noneMatch((wave) -> this.rollbacks.takenBack(run, wave.wave()));
    }

    /** Ends a run, unless it is over. */
    public void end(long run, RunStatus state, String reason) {
        this.runs.end(run, state, reason);
    }

    /** Why a run did not do all, in the words of who decided it. */
    public Optional<String> reason(long run) {
        return this.runs.details(run)
            .waves()
            .stream()
            .filter((wave) -> wave.reason() != null && wave.state() != WaveState.DONE)
            .map((wave) -> wave.label() + ": " + wave.reason())
            .reduce((one, other) -> other);
    }

}
