package io.slipway.deployment.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.slipway.planning.wave.PlannedStep;
import io.slipway.schedule.StopEnded;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what waits in a run go on once it may: at once after each change, and every few
 * seconds whatever was missed because its release stood still or a node died. Whoever
 * changes something of a run need not know what waits for it. Any number of nodes may do
 * so at a time, since the engine hands a message on only once.
 */
@Component
class RunFollower {

    private static final Logger log = LoggerFactory.getLogger(RunFollower.class);

    /** At most so many are told in one transaction, so that nobody waits for it long. */
    private static final int AT_ONCE = 10;

    private static final int RUNS = 500;

    private final RunStore store;

    private final RunPlans plans;

    private final RunHolds holds;

    private final Bakes bakes;

    private final Workflow workflow;

    private final Clock clock;

    private final TransactionTemplate transaction;

    RunFollower(RunStore store, RunPlans plans, RunHolds holds, Bakes bakes, Workflow workflow, Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.plans = plans;
        this.holds = holds;
        this.bakes = bakes;
        this.workflow = workflow;
        this.clock = clock;
        this.transaction = transaction;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(RunMoved event) {
        follow(event.runId());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(StopEnded event) {
        followAll();
    }

    /** Looks at all runs that go on. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void followAll() {
        this.store.running(0, RUNS).forEach((run) -> follow(run.id()));
    }

    /** Tells what may go on in a run, a few at a time. */
    void follow(long run) {
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(this.transaction.execute((status) -> tellSome(run)));
            }
        }
        catch (ConcurrencyFailureException ex) {
            log.debug("Run {} is looked at later: {}", run, ex.getMessage());
        }
    }

    private boolean tellSome(long runId) {
        RunHead run = this.store.lock(runId);
        Map<String, RunWave> waves = this.store.waves(runId)
            .stream()
            .collect(Collectors.toMap(RunWave::wave, (wave) -> wave));
        List<RunStep> steps = this.store.unsettled(runId);
        List<Message> due = new ArrayList<>();
        @Nullable String held = this.holds.of(run);
        Instant now = this.clock.instant();
        Map<String, Map<String, RunStep>> all = new HashMap<>();
        for (RunStep step : steps) {
            boolean givenUp = !run.running() || waves.get(step.wave()).state().givenUp();
            Map<String, RunStep> others = (step.state() == StepState.WAITING)
                    ? all.computeIfAbsent(step.wave(), (wave) -> this.store.steps(runId, wave)) : Map.of();
            String message = message(runId, step, others, held, givenUp, now);
            if (message != null && step.instance() != null) {
                due.add(new Message(message, step.instance()));
            }
        }
        waves.values()
            .stream()
            .filter((wave) -> wave.instance() != null && wave.overAt() == null)
            .forEach((wave) -> due.addAll(messages(run, wave, now)));
        return tell(due);
    }

    private List<Message> messages(RunHead run, RunWave wave, Instant now) {
        String instance = Objects.requireNonNull(wave.instance());
        if (wave.state() == WaveState.BAKING) {
            return this.bakes.stale(run, wave, now) ? List.of(new Message("JudgeWave", instance)) : List.of();
        }
        return wave.state().givenUp() ? List.of(new Message("JudgeWave", instance), new Message("GiveUpWave", instance))
                : List.of();
    }

    private boolean tell(List<Message> due) {
        int told = 0;
        for (Message message : due) {
            if (told >= AT_ONCE) {
                return true;
            }
            told += this.workflow.tellInstance(message.name(), message.instance()) ? 1 : 0;
        }
        return false;
    }

    private @Nullable String message(long runId, RunStep step, Map<String, RunStep> others, @Nullable String held,
            boolean givenUp, Instant now) {
        return switch (step.state()) {
            case WAITING -> {
                PlannedStep planned = this.plans.of(runId).step(step.step());
                StepGate gate = StepGate.of(planned, others, held, givenUp, now);
                if (!Objects.equals(gate.waitsFor(), step.waitsFor()) && gate.way() == StepGate.Way.NOT_YET) {
                    this.store.changeStep(step, "waits_for", gate.waitsFor());
                }
                boolean sooner = gate.at() != null && step.wakeAt() != null && gate.at().isBefore(step.wakeAt());
                yield (gate.way() != StepGate.Way.NOT_YET || sooner) ? "ReleaseStep" : null;
            }
            case FAILED -> givenUp ? "GiveUpStep" : ended(step);
            case DONE -> ended(step);
            default -> null;
        };
    }

    private static @Nullable String ended(RunStep step) {
        return (step.endedSource() != StepSource.PERSON) ? "EndStep" : null;
    }

    private record Message(String name, String instance) {
    }

}
