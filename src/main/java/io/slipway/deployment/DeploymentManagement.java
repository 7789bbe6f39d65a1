package io.slipway.deployment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.change.ChangeManagement;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Moment;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.deployment.halt.HaltManagement;
import io.slipway.deployment.rollback.LiveRuns;
import io.slipway.deployment.rollback.RollbackManagement;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunStatus;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with deployments, attempt by attempt: start, finish, verify,
 * try again or roll back. Who may do it was judged before, where the work item was
 * completed.
 */
@Service
@Transactional
public class DeploymentManagement {

    private static final int REASON = 2000;

    private static final int NOTES = 4000;

    private final DeploymentRepository deployments;

    private final DeploymentReadiness readiness;

    private final RunningDeployments running;

    private final ReleaseManagement releases;

    private final BaselineManagement baselines;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    private final CurrentPlans plans;

    private final HaltManagement halts;

    private final WhatRuns whatRuns;

    private final ChangeManagement changes;

    private final LiveRuns runs;

    private final RollbackManagement rollbacks;

    DeploymentManagement(DeploymentRepository deployments, DeploymentReadiness readiness, RunningDeployments running,
            ReleaseManagement releases, BaselineManagement baselines, Journal journal, ApplicationEventPublisher events,
            Clock clock, CurrentPlans plans, HaltManagement halts, WhatRuns whatRuns, ChangeManagement changes,
            LiveRuns runs, RollbackManagement rollbacks) {
        this.deployments = deployments;
        this.readiness = readiness;
        this.running = running;
        this.releases = releases;
        this.baselines = baselines;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.plans = plans;
        this.halts = halts;
        this.whatRuns = whatRuns;
        this.changes = changes;
        this.runs = runs;
        this.rollbacks = rollbacks;
    }

    /**
     * Starts a deployment at this moment, on the injected clock. This is the one choke
     * point: refuses, naming them all, while any condition of {@link DeploymentReadiness}
     * is not met, and while an earlier attempt runs or waits for a decision. Where the
     * plan has waves, the live run of them begins with it.
     * @return the run, if it goes in waves
     */
    public Optional<RunHead> start(String releaseKey) {
        Deployment begun = begin(releaseKey);
        this.runs.begin(this.releases.get(releaseKey), this.plans.of(releaseKey), begun.attempt());
        return this.runs.of(releaseKey, begun.attempt());
    }

    private Deployment begin(String releaseKey) {
        ReleaseDetails release = this.releases.get(releaseKey);
        this.readiness.refuseUnready(release);
        Optional<Deployment> earlier = newest(release.key());
        if (earlier.filter((attempt) -> attempt.status() != DeploymentStatus.RETRIED).isPresent()) {
            throw new InvalidInputException("", "deployment.start.again");
        }
        int attempt = earlier.map((given) -> given.attempt() + 1).orElse(1);
        String environment = release.environment();
        Act act = this.journal.act();
        this.running.begin(release);
        this.whatRuns.begin(release, act);
        baseline(release, attempt, Moment.BEFORE);
        String digest = this.changes.digest(release);
        Deployment deployment = this.deployments
            .save(Deployment.start(release.key(), attempt, environment, digest, act));
        write("deployment.started", release.key(), Role.DEPLOYMENT_MANAGER, null,
                Map.of("attempt", attempt, "environment", environment, "startedAt", act.at(), "digest", digest));
        return deployment;
    }

    /**
     * Records how the started deployment of a release went. A release whose process comes
     * from before there was a start is started now, under the same conditions. Refuses an
     * end that is missing, in the future or before the start; minutes count. Refuses
     * notes of more than 4,000 characters, and a failure without any.
     * @param finishedAt when it was done, UTC
     * @param notes what was seen
     */
    public void finish(String releaseKey, @Nullable Instant finishedAt, String notes, boolean succeeded) {
        InputCheck check = new InputCheck();
        check.given("finishedAt", finishedAt, "deployment.finishedAt.missing");
        String seen = succeeded ? check.optional("notes", notes, NOTES)
                : check.required("notes", notes, NOTES, "deployment.notes.missing");
        Deployment deployment = newest(releaseKey).filter((attempt) -> attempt.status() != DeploymentStatus.RETRIED)
            .orElseGet(() -> begin(releaseKey));
        Instant end = end(deployment, finishedAt, "deployment.finishedAt.too-early", check);
        deployment.finish(end, seen, succeeded);
        this.running.end(releaseKey);
        // A model from before there were waves has somebody say it by hand.
        this.runs.of(releaseKey, deployment.attempt())
            .ifPresent((run) -> this.runs.end(run.id(), succeeded ? RunStatus.DONE : RunStatus.FAILED, seen));
        write(succeeded ? "deployment.succeeded" : "deployment.failed", releaseKey, Role.DEPLOYMENT_MANAGER, null,
                Map.of("attempt", deployment.attempt(), "environment", deployment.run().environment(), "startedAt",
                        deployment.run().startedAt(), "finishedAt", end, "notes", seen));
    }

    /**
     * Ends the run of the present attempt with what became of its waves, and records by
     * that how the attempt went: nobody has to say it.
     * @param notes what was seen, for one that failed
     * @return whether all was done
     */
    public boolean conclude(String releaseKey, String notes) {
        Deployment deployment = current(releaseKey);
        RunHead run = this.runs.of(releaseKey, deployment.attempt()).orElseThrow();
        boolean whole = this.runs.whole(run.id());
        String seen = whole ? "" : this.runs.reason(run.id()).orElse(notes);
        if (deployment.status() == DeploymentStatus.STARTED) {
            finish(releaseKey, this.clock.instant(), seen, whole);
        }
        return whole;
    }

    /**
     * Ends the present attempt as failed and decides that it is rolled back, in the
     * middle of its run. Refuses an attempt that is over.
     * @param reason why, 1 to 2,000 characters
     * @param role the role in which it is decided; null if nobody did, but its checks
     */
    public void abort(String releaseKey, String reason, @Nullable Role role) {
        finish(releaseKey, this.clock.instant(), reason, false);
        orderRollback(releaseKey, reason, role);
    }

    /** Why the newest attempt of a release is to be rolled back; nothing if it is not. */
    @Transactional(readOnly = true)
    public Optional<String> rollbackOrdered(String releaseKey) {
        return newest(releaseKey).filter((attempt) -> attempt.status() == DeploymentStatus.ROLLING_BACK)
            .map(Deployment::decision)
            .map(Statement::text);
    }

    /**
     * Confirms that the newest deployment of a release works: the release is live.
     * Refuses unless it ran through and waits for that, and while the line is stopped.
     * @param checks what was checked, 1 to 2,000 characters
     */
    public void verify(String releaseKey, String checks) {
        Statement verification = checks(checks);
        this.halts.refuseWhileStopped("deployment.verify.stopped");
        Deployment deployment = current(releaseKey);
        deployment.verify(verification);
        write("deployment.verified", releaseKey, Role.DEPLOYMENT_MANAGER, null,
                Map.of("attempt", deployment.attempt(), "checks", verification.text()));
        ReleaseDetails release = this.releases.get(releaseKey);
        baseline(release, deployment.attempt(), Moment.AFTER);
        Instant finished = Objects.requireNonNull(deployment.run().finishedAt());
        this.whatRuns.deployed(release, deployment.attempt(), finished, verification.by());
        this.events.publishEvent(new ReleaseDeployed(releaseKey, deployment.attempt(), deployment.run().startedAt(),
                finished, verification.at()));
    }

    /**
     * States that the newest deployment of a release ran through but does not work.
     * Refuses unless it waits for its verification.
     * @param checks what was checked, and what does not work, 1 to 2,000 characters
     */
    public void refute(String releaseKey, String checks) {
        Statement refutation = checks(checks);
        Deployment deployment = current(releaseKey);
        deployment.refute(refutation);
        write("deployment.refuted", releaseKey, Role.DEPLOYMENT_MANAGER, refutation.text(),
                Map.of("attempt", deployment.attempt()));
    }

    /**
     * Gives up the newest attempt in favour of another. Refuses unless it failed.
     * @param reason why another attempt is worth it, 1 to 2,000 characters
     */
    public void retry(String releaseKey, String reason) {
        Statement decision = decision(reason);
        Deployment deployment = current(releaseKey);
        deployment.retry(decision);
        write("deployment.retry-decided", releaseKey, Role.DEPLOYMENT_MANAGER, decision.text(),
                Map.of("attempt", deployment.attempt()));
    }

    /**
     * Decides that the newest deployment is rolled back: after it failed, instead of
     * trying it again or of waiting for the line, or out of early life support. Refuses
     * where nothing was started, one that is being rolled back already, and a release
     * that is over: that is taken back by an emergency release of its own.
     * @param reason why, 1 to 2,000 characters
     * @param role the role in which it is decided; null if nobody did, but its checks
     */
    public void orderRollback(String releaseKey, String reason, @Nullable Role role) {
        Statement decision = decision(reason);
        if (!this.releases.get(releaseKey).open()) {
            throw new InvalidInputException("", "deployment.rollback.closed", releaseKey);
        }
        Deployment deployment = newest(releaseKey)
            .orElseThrow(() -> new InvalidInputException("", "deployment.rollback.nothing"));
        deployment.orderRollback(decision);
        this.halts.giveUp(releaseKey);
        write("deployment.rollback-decided", releaseKey, role, decision.text(),
                Map.of("attempt", deployment.attempt()));
    }

    /**
     * Records that the former baseline is restored. Windows, freezes and a stopped line
     * are never asked: the way back is always open. Refuses unless a rollback was
     * decided, and a time that is missing, in the future or before the start; minutes
     * count.
     * @param finishedAt when the former baseline was back, UTC
     * @param baseline what was restored, and how that was checked, 1 to 4,000 characters
     */
    public void rollBack(String releaseKey, @Nullable Instant finishedAt, String baseline) {
        InputCheck check = new InputCheck();
        check.given("finishedAt", finishedAt, "deployment.rollback.finishedAt.missing");
        String restored = check.required("baseline", baseline, NOTES, "deployment.baseline.missing");
        Deployment deployment = current(releaseKey);
        Instant end = end(deployment, finishedAt, "deployment.rollback.too-early", check);
        Statement statement = act(restored);
        deployment.rollBack(statement, end);
        this.rollbacks.finish(releaseKey);
        this.whatRuns.rolledBack(this.releases.get(releaseKey), end, statement.by());
        write("deployment.rolled-back", releaseKey, Role.DEPLOYMENT_MANAGER, null,
                Map.of("attempt", deployment.attempt(), "finishedAt", end, "baseline", restored));
    }

    /**
     * Gives the rollback of a release up for an emergency release that fixes it forward;
     * what runs stays in doubt until that is live. Refuses what
     * {@link RollbackManagement#giveUp} refuses, and unless a rollback was decided.
     * @param followUp key of that release
     * @param reason why, 1 to 2,000 characters
     */
    public void fixForward(String releaseKey, String followUp, String reason) {
        this.rollbacks.giveUp(releaseKey, followUp, reason);
        current(releaseKey).fixForward();
    }

    /**
     * The deployments that run now.
     * @return at most that many, by the release's key, the one that runs longest first
     */
    @Transactional(readOnly = true)
    public Map<String, DeploymentDetails> runningNow(int most) {
        return byRelease(this.deployments.running(most));
    }

    /**
     * The newest attempts of some releases, where they failed or are taken back.
     * @return by the release's key
     */
    @Transactional(readOnly = true)
    public Map<String, DeploymentDetails> failing(Collection<String> releaseKeys) {
        return releaseKeys.isEmpty() ? Map.of() : byRelease(this.deployments.failing(releaseKeys));
    }

    private static Map<String, DeploymentDetails> byRelease(List<Deployment> found) {
        Map<String, DeploymentDetails> all = new LinkedHashMap<>();
        found.forEach((one) -> all.put(one.releaseKey(), one.details()));
        return all;
    }

    /**
     * The newest attempt to deploy a release.
     * @return the attempt, if there was one
     */
    @Transactional(readOnly = true)
    public Optional<DeploymentDetails> newestOf(String releaseKey) {
        return newest(releaseKey).map(Deployment::details);
    }

    /**
     * All attempts to deploy a release.
     * @return the attempts, newest first
     */
    @Transactional(readOnly = true)
    public List<DeploymentDetails> ofRelease(String releaseKey) {
        return this.deployments.findByReleaseKeyOrderByAttemptDesc(releaseKey)
            .stream()
            .map(Deployment::details)
            .toList();
    }

    /**
     * All attempts to deploy some releases.
     * @return by the release's key, the attempts, newest first
     */
    @Transactional(readOnly = true)
    public Map<String, List<DeploymentDetails>> ofReleases(Collection<String> releaseKeys) {
        return releaseKeys.isEmpty() ? Map.of()
                : this.deployments.findByReleaseKeyInOrderByAttemptDesc(releaseKeys)
                    .stream()
                    .collect(Collectors.groupingBy(Deployment::releaseKey,
                            Collectors.mapping(Deployment::details, Collectors.toList())));
    }

    /** Forms know minutes only: what ends in the minute of its start ends with it. */
    private Instant end(Deployment deployment, @Nullable Instant finishedAt, String tooEarly, InputCheck check) {
        Instant start = deployment.run().startedAt();
        Instant end = (finishedAt != null) ? finishedAt : start;
        check.refuseIf(end.isAfter(this.clock.instant()), "finishedAt", "deployment.time.future");
        check.refuseIf(end.isBefore(start.truncatedTo(ChronoUnit.MINUTES)), "finishedAt", tooEarly);
        check.finish();
        return end.isBefore(start) ? start : end;
    }

    private Statement checks(String text) {
        return act(InputCheck.text("checks", text, REASON, "deployment.checks.missing"));
    }

    private Statement decision(String reason) {
        return act(InputCheck.text("reason", reason, REASON, "deployment.failure.reason.missing"));
    }

    /** What the configuration register says of all that the release touches. */
    private void baseline(ReleaseDetails release, int attempt, Moment moment) {
        this.baselines.take(release.key(), attempt, moment, release.services(),
                this.plans.of(release).plan().scope().items());
    }

    private Optional<Deployment> newest(String releaseKey) {
        return this.deployments.findFirstByReleaseKeyOrderByAttemptDesc(releaseKey);
    }

    private Deployment current(String releaseKey) {
        return newest(releaseKey).orElseThrow(() -> new NotFoundException("deployment", releaseKey));
    }

    private Statement act(String text) {
        return Statement.of(this.journal.act(), text);
    }

    private void write(String action, String releaseKey, @Nullable Role role, @Nullable String reason,
            Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey).as(role).because(reason).with(values));
    }

}
