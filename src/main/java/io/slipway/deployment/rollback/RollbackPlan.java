package io.slipway.deployment.rollback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.deployment.run.RunDetails;
import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.RunStep;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepReturn;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is taken back, and in which order: each step that was begun, the last first, as
 * the plan that its run keeps to says.
 */
@Component
class RollbackPlan {

    /** What changes nothing, unless the plan says how it is taken back. */
    private static final Set<StepKind> HARMLESS = EnumSet.of(StepKind.CHECK, StepKind.TIMER, StepKind.DECISION,
            StepKind.COMMUNICATION);

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST = 4000;

    private static final Comparator<Begun> LAST_FIRST = Comparator
        .comparing((Begun one) -> Objects.requireNonNull(one.step.startedAt()))
        .thenComparing((one) -> one.step.place())
        .reversed();

    private final RunManagement runs;

    private final RollbackRows rows;

    RollbackPlan(RunManagement runs, RollbackRows rows) {
        this.runs = runs;
        this.rows = rows;
    }

    /** The steps that a rollback takes back, in their order. */
    List<WayBack> of(Rollback rollback, Collection<RunHead> runs) {
        List<WayBack> steps = new ArrayList<>();
        for (Begun one : begun(runs.stream().map((run) -> this.runs.details(run.id())).toList())) {
            if (rollback.wave() == null || rollback.wave().equals(one.step.wave())) {
                StepReturn way = one.way();
                steps.add(new WayBack(0, rollback.id(), one.step.runId(), steps.size() + 1, one.step.wave(),
                        one.step.step(), cut(one.step.name(), LONGEST_NAME),
                        (way != null) ? cut(way.how(), LONGEST) : null, (way != null) ? way.minutes() : 0,
                        WayBack.State.OPEN, 0, null, null, null, false, null));
            }
        }
        return steps;
    }

    /** What was begun and is not taken back yet, the last first. */
    List<Begun> begun(Collection<RunDetails> runs) {
        Set<String> takenBack = this.rows.takenBack(runs.stream().map((run) -> run.head().id()).toList())
            .stream()
            .map((one) -> one.runId() + "/" + one.step())
            .collect(Collectors.toSet());
        return runs.stream()
            .flatMap((run) -> run.steps()
                .stream()
                .filter((step) -> step.startedAt() != null)
                .map((step) -> new Begun(step, run.plan().step(step.step()))))
            .filter((one) -> !takenBack.contains(one.step.runId() + "/" + one.step.step()))
            .sorted(LAST_FIRST)
            .toList();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }

    /**
     * A step that was begun.
     *
     * @param planned how it was planned
     */
    record Begun(RunStep step, PlannedStep planned) {

        /** How it is taken back; null where nobody said so. */
        @Nullable StepReturn way() {
            StepReturn way = this.planned.wayBack();
            return (way == null && HARMLESS.contains(this.planned.kind())) ? new StepReturn("", 0) : way;
        }

    }

}
