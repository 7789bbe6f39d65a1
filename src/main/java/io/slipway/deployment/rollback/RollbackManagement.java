package io.slipway.deployment.rollback;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what a release's runs did: each step that was begun, the last first, as its
 * plan says. Whatever was taken back stays so; a rollback that fails is tried again, or
 * given up for an emergency release that fixes it forward. Who may do it was judged
 * before, where the work item was completed.
 */
@Service
@Transactional
public class RollbackManagement {

    private static final int NOTE = 4000;

    private static final int REASON = 2000;

    private final RollbackRows rows;

    private final RollbackPlan plan;

    private final RollbackDeadlines deadlines;

    private final ToolsBack tools;

    private final RunManagement runs;

    private final ReleaseManagement releases;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    RollbackManagement(RollbackRows rows, RollbackPlan plan, RollbackDeadlines deadlines, ToolsBack tools,
            RunManagement runs, ReleaseManagement releases, Journal journal, ApplicationEventPublisher events) {
        this.rows = rows;
        this.plan = plan;
        this.deadlines = deadlines;
        this.tools = tools;
        this.runs = runs;
        this.releases = releases;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Begins to take back one wave of a run, or goes on with that.
     * @param reason why, as somebody decided it
     */
    public void begin(String releaseKey, long run, String wave, String reason) {
        if (this.rows.lockRunning(releaseKey).isEmpty()) {
            begin(releaseKey, run, wave, List.of(this.runs.head(run)), reason);
        }
    }

    /**
     * The wave that is taken back next: the one that was done last, of all live runs of a
     * release. Begins to take back all of them.
     * @param reason why, as somebody decided it
     * @return nothing once all are taken back
     */
    public Optional<WaveBack> nextWave(String releaseKey, String reason) {
        if (this.rows.lockRunning(releaseKey).isEmpty()) {
            List<RunHead> live = this.runs.ofRelease(releaseKey).stream().filter(RunHead::live).toList();
            begin(releaseKey, live.isEmpty() ? null : live.get(0).id(), null, live, reason);
        }
        return running(releaseKey).flatMap(this::open).map((step) -> new WaveBack(step.runId(), step.wave()));
    }

    private void begin(String releaseKey, @Nullable Long run, @Nullable String wave, List<RunHead> all, String reason) {
        Act act = this.journal.act();
        boolean late = run != null && this.deadlines.of(run).passed(act.at());
        this.rows.insert(releaseKey, run, wave, late, act.at(), act.by(), reason);
        Rollback begun = running(releaseKey).orElseThrow();
        List<WayBack> steps = this.plan.of(begun, all);
        steps.forEach(this.rows::add);
        Map<String, Object> values = new LinkedHashMap<>(Map.of("steps", steps.size(), "late", late));
        if (wave != null) {
            values.put("wave", wave);
        }
        write((wave != null) ? "deployment.wave-rollback-begun" : "deployment.rollback-begun", releaseKey, reason,
                values);
    }

    /**
     * Offers the step of a wave that is taken back next. Where nothing is to be done for
     * it, it counts as taken back.
     * @return nothing once the whole wave is taken back
     */
    public Optional<WayBack> offer(String releaseKey, long run, String wave) {
        Rollback rollback = get(releaseKey);
        Act act = this.journal.act();
        for (WayBack step : this.rows.steps(List.of(rollback.id()))) {
            if (step.runId() != run || !step.wave().equals(wave) || step.state() == WayBack.State.DONE) {
                continue;
            }
            if (!step.nothingToDo()) {
                // A tool that failed is not asked again by itself: nobody would know why.
                boolean byTool = step.tries() == 0 && this.tools.take(step);
                this.rows.change(step.id(), "state", WayBack.State.OPEN, "offered_at", act.at(), "tries",
                        step.tries() + 1, "by_tool", byTool);
                return offered(releaseKey);
            }
            this.rows.change(step.id(), "state", WayBack.State.DONE, "offered_at", act.at(), "settled_at", act.at());
        }
        write("deployment.wave-rolled-back", releaseKey, null, Map.of("wave", wave));
        if (rollback.wave() != null) {
            this.rows.end(rollback.id(), act.at(), Rollback.Outcome.DONE, null);
        }
        return Optional.empty();
    }

    /**
     * States that the offered step is taken back.
     * @param note how that was checked, 1 to 4,000 characters
     */
    public void takeBack(String releaseKey, String note) {
        settle(releaseKey, WayBack.State.DONE, note, "deployment.step-taken-back");
    }

    /**
     * States that the offered step could not be taken back.
     * @param note what happened, 1 to 4,000 characters
     */
    public void fail(String releaseKey, String note) {
        settle(releaseKey, WayBack.State.FAILED, note, "deployment.step-not-taken-back");
    }

    private void settle(String releaseKey, WayBack.State state, String note, String action) {
        String said = InputCheck.text("note", note, NOTE, "deployment.back.note.missing");
        WayBack step = offered(releaseKey).orElseThrow(() -> new NotFoundException("step", releaseKey));
        Act act = this.journal.act();
        this.rows.change(step.id(), "state", state, "settled_at", act.at(), "taken_by", act.by(), "remark", said);
        write(action, releaseKey, said, Map.of("wave", step.wave(), "step", step.label()));
    }

    /**
     * States that the former baseline is not back, although its steps were taken back.
     * @param note what does not work, 1 to 4,000 characters
     */
    public void failBaseline(String releaseKey, String note) {
        write("deployment.baseline-not-restored", releaseKey,
                InputCheck.text("baseline", note, NOTE, "deployment.back.note.missing"), Map.of());
    }

    /**
     * Decides that a rollback that failed is tried again.
     * @param reason why, 1 to 2,000 characters
     */
    public void tryAgain(String releaseKey, String reason) {
        write("deployment.rollback-tried-again", releaseKey, reason(reason), Map.of());
    }

    /**
     * Calls those for help who answer for the release. Nothing goes on by that.
     * @param reason what is wanted of them, 1 to 2,000 characters
     */
    public void escalate(String releaseKey, String reason) {
        String why = reason(reason);
        write("deployment.rollback-escalated", releaseKey, why, Map.of());
        Act act = this.journal.act();
        this.events.publishEvent(new RollbackEscalated(releaseKey, why, act.by(), act.at()));
    }

    /**
     * Declares a major incident: it is open with the highest priority until somebody
     * tells that it is over. Nothing goes on by that.
     * @param reason what does not work, 1 to 2,000 characters
     */
    public void declareIncident(String releaseKey, String reason) {
        String why = reason(reason);
        write("deployment.major-incident-declared", releaseKey, why, Map.of());
        this.events.publishEvent(new MajorIncidentDeclared(releaseKey, why, this.journal.act().at()));
    }

    /**
     * Gives a rollback up for an emergency release that fixes it forward. Refuses a
     * release that is unknown, over, the same one, or no emergency.
     * @param followUp key of that release
     * @param reason why, 1 to 2,000 characters
     */
    public void giveUp(String releaseKey, String followUp, String reason) {
        InputCheck check = new InputCheck();
        String why = check.required("reason", reason, REASON, "deployment.back.reason.missing");
        String key = check.required("followUp", followUp, 41, "deployment.back.follow-up.missing");
        ReleaseDetails fix = key.isEmpty() ? null
                : this.releases.find(List.of(key))
                    .stream()
                    .findFirst()
                    .map((one) -> this.releases.get(one.key()))
                    .orElse(null);
        check.refuseIf(fix == null, "followUp", "deployment.back.follow-up.unknown", key);
        check.refuseIf(
                fix != null && (!fix.open() || fix.type() != ReleaseType.EMERGENCY || fix.key().equals(releaseKey)),
                "followUp", "deployment.back.follow-up.unfit", key);
        check.finish();
        this.rows.lockRunning(releaseKey)
            .ifPresent((rollback) -> this.rows.end(rollback.id(), this.journal.act().at(), Rollback.Outcome.GIVEN_UP,
                    key));
        write("deployment.rollback-given-up", releaseKey, why, Map.of("followUp", key));
    }

    /**
     * Whether tools took back all of a rollback that goes on, and there was something.
     */
    @Transactional(readOnly = true)
    public boolean byTools(String releaseKey) {
        List<WayBack> done = running(releaseKey).map((one) -> this.rows.steps(List.of(one.id())))
            .orElse(List.of())
            .stream()
            .filter((step) -> !step.nothingToDo())
            .toList();
        return !done.isEmpty() && done.stream().allMatch((step) -> step.byTool() && step.state() == WayBack.State.DONE);
    }

    /** Ends the rollback of a release, once its former baseline is back. */
    public void finish(String releaseKey) {
        this.rows.lockRunning(releaseKey)
            .ifPresent(
                    (rollback) -> this.rows.end(rollback.id(), this.journal.act().at(), Rollback.Outcome.DONE, null));
    }

    /** The step of a release that is offered, or failed last. */
    @Transactional(readOnly = true)
    public Optional<WayBack> offered(String releaseKey) {
        return running(releaseKey).flatMap(this::open).filter((step) -> step.offeredAt() != null);
    }

    /** The rollbacks of a release, at most twenty, the latest first. */
    @Transactional(readOnly = true)
    public List<Rollback> ofRelease(String releaseKey) {
        return this.rows.of(releaseKey);
    }

    /** The steps of some rollbacks, in the order in which they are taken back. */
    @Transactional(readOnly = true)
    public List<WayBack> steps(Collection<Rollback> rollbacks) {
        return this.rows.steps(rollbacks.stream().map(Rollback::id).toList());
    }

    /** Whether anything of a wave was taken back. */
    @Transactional(readOnly = true)
    public boolean takenBack(long run, String wave) {
        return this.rows.takenBack(List.of(run)).stream().anyMatch((step) -> step.wave().equals(wave));
    }

    /** The rollback of a release that goes on. */
    @Transactional(readOnly = true)
    public Optional<Rollback> running(String releaseKey) {
        return this.rows.of(releaseKey).stream().filter((one) -> one.endedAt() == null).findFirst();
    }

    private Optional<WayBack> open(Rollback rollback) {
        return this.rows.steps(List.of(rollback.id()))
            .stream()
            .filter((step) -> step.state() != WayBack.State.DONE)
            .findFirst();
    }

    private Rollback get(String releaseKey) {
        return this.rows.lockRunning(releaseKey).orElseThrow(() -> new NotFoundException("rollback", releaseKey));
    }

    private static String reason(String reason) {
        return InputCheck.text("reason", reason, REASON, "deployment.back.reason.missing");
    }

    private void write(String action, String releaseKey, @Nullable String reason, Map<String, ?> values) {
        this.journal.record(
                JournalEntry.ofRelease(action, releaseKey).as(Role.DEPLOYMENT_MANAGER).because(reason).with(values));
    }

}
