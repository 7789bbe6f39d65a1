package io.slipway.deployment.run.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.slipway.deployment.rollback.WayBackFacts;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStep;
import io.slipway.deployment.run.RunWave;
import io.slipway.deployment.run.StepSource;
import io.slipway.input.NotFoundException;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides on a step or a wave of a run: of which run it is, how it went so far, and
 * what may be done about it.
 */
@Component
class RunStepFacts {

    private final RunManagement runs;

    private final WayBackFacts wayBack;

    private final Messages words;

    private final Times times;

    RunStepFacts(RunManagement runs, WayBackFacts wayBack, Messages words, Times times) {
        this.runs = runs;
        this.wayBack = wayBack;
        this.words = words;
        this.times = times;
    }

    RunStep step(WorkItem item) {
        return this.runs.stepOf(String.valueOf(item.instance()))
            .orElseThrow(() -> new NotFoundException("step", item.id()));
    }

    PlannedStep planned(RunStep step) {
        return this.runs.planOf(step.runId()).step(step.step());
    }

    Map<String, Object> evidence(WorkItem item) {
        RunStep step = step(item);
        return Map.of("runStep", step, "planned", planned(step));
    }

    /** Whether it is known that a live run cannot be taken back in time any more. */
    boolean late(long run) {
        RunHead head = this.runs.head(run);
        return head.live() && this.wayBack.late(head.releaseKey());
    }

    /** Refuses to roll back what comes too late, unless somebody says that they know. */
    void refuseLate(long run, String confirmed) {
        RunHead head = this.runs.head(run);
        if (head.live()) {
            this.wayBack.refuseUnconfirmed(head.releaseKey(), confirmed);
        }
    }

    private void addDeadline(List<DecidingFact> facts, RunHead head) {
        if (head.live()) {
            this.wayBack.deadline(head.releaseKey()).ifPresent(facts::add);
        }
    }

    List<DecidingFact> ofStep(WorkItem item) {
        RunStep step = step(item);
        List<DecidingFact> facts = ofRun(this.runs.head(step.runId()));
        if (planned(step).pointOfNoReturn()) {
            facts.add(fact(Weight.WARN, "return", "return"));
        }
        if (step.retries() > 0) {
            facts.add(retries(step));
        }
        return facts;
    }

    List<DecidingFact> ofFailure(WorkItem item) {
        RunStep step = step(item);
        List<DecidingFact> facts = ofRun(this.runs.head(step.runId()));
        facts.add(failure(step));
        facts.add(retries(step));
        facts.add(planned(step).optional() ? fact(Weight.NOTE, "needed", "needed.no")
                : fact(Weight.WARN, "needed", "needed.yes"));
        addDeadline(facts, this.runs.head(step.runId()));
        return facts;
    }

    List<DecidingFact> ofWave(RunWave wave) {
        List<DecidingFact> facts = ofRun(this.runs.head(wave.runId()));
        if (wave.outlook() != null) {
            facts.add(new DecidingFact(Weight.UNKNOWN, label("bake"), wave.outlook(), null));
        }
        addDeadline(facts, this.runs.head(wave.runId()));
        return facts;
    }

    private DecidingFact failure(RunStep step) {
        if (step.endedSource() == StepSource.TIMER) {
            return fact(Weight.BAD, "failed", "failed.time");
        }
        return (step.note() != null && !step.note().isBlank())
                ? new DecidingFact(Weight.BAD, label("failed"), step.note(), null)
                : fact(Weight.BAD, "failed", "failed.untold");
    }

    /** The last retry is announced, and so is that there is none left. */
    private DecidingFact retries(RunStep step) {
        int left = step.retriesLeft();
        return fact((left > 1) ? Weight.NOTE : Weight.WARN, "retries", "retries", step.retries(), RunStep.MOST_RETRIES,
                left);
    }

    private List<DecidingFact> ofRun(RunHead run) {
        List<DecidingFact> facts = new ArrayList<>();
        if (run.haltedAt() != null) {
            facts.add(fact(Weight.BAD, "halted", "halted", this.times.withZone(run.haltedAt()), run.haltReason()));
        }
        facts.add(fact(Weight.NOTE, "run", run.live() ? "run.live" : "run.rehearsal", run.number(), run.environment()));
        return facts;
    }

    private DecidingFact fact(Weight weight, String label, String reason, Object... arguments) {
        return new DecidingFact(weight, label(label), this.words.text("deployment.run.fact." + reason, arguments),
                null);
    }

    private String label(String of) {
        return this.words.text("deployment.run.fact." + of + ".label");
    }

}
