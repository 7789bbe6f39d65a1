package io.slipway.deployment.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * States what happened in a run: in the record, in the run's own list, and to those who
 * wait for it, in one transaction with the change.
 */
@Component
class RunJournal {

    private final RunStore store;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    RunJournal(RunStore store, Journal journal, ApplicationEventPublisher events) {
        this.store = store;
        this.journal = journal;
        this.events = events;
    }

    Act act() {
        return this.journal.act();
    }

    /**
     * States something.
     * @param action as the record calls it, such as {@code run.step-failed}
     */
    void state(RunHead run, String action, Told told, Map<String, ?> values) {
        Act act = this.journal.act();
        this.store.add(new RunEvent(0, run.id(), action.substring("run.".length()), told.wave(), told.step(), act.at(),
                act.by(), told.source(), told.reason(), told.facts()));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("run", run.number());
        all.put("type", run.runType());
        if (told.wave() != null) {
            all.put("wave", told.wave());
        }
        if (told.step() != null) {
            all.put("runStep", told.step());
        }
        all.putAll(values);
        this.journal.record(JournalEntry.of(action, "run", String.valueOf(run.id()))
            .release(run.releaseKey())
            .as((told.source() == StepSource.PERSON) ? Role.DEPLOYMENT_MANAGER : null)
            .because(told.reason())
            .with(all));
        moved(run.id());
    }

    /** Tells what waits in a run to look again. */
    void moved(long run) {
        this.events.publishEvent(new RunMoved(run));
    }

    /**
     * What is told of a run, a wave or a step.
     *
     * @param facts what was seen at that second
     */
    record Told(@Nullable String wave, @Nullable String step, StepSource source, @Nullable String reason,
            @Nullable String facts) {

        static Told ofRun(StepSource source, @Nullable String reason) {
            return new Told(null, null, source, reason, null);
        }

        static Told of(RunWave wave, StepSource source, @Nullable String reason) {
            return new Told(wave.wave(), null, source, reason, wave.outlook());
        }

        static Told of(RunStep step, StepSource source, @Nullable String reason) {
            return new Told(step.wave(), step.step(), source, reason, facts(step));
        }

        private static String facts(RunStep step) {
            Instant since = (step.startedAt() != null) ? step.startedAt() : step.readyAt();
            return step.state() + ((since != null) ? " since " + since : "") + ", retries " + step.retries() + "/"
                    + RunStep.MOST_RETRIES;
        }

    }

}
