package io.slipway.planning.web;

import java.util.List;

import io.slipway.input.InputProblem;
import io.slipway.planning.plan.PlanStep;

/**
 * How a step of a plan stands: what the list of steps shows of it.
 *
 * @param problems what a submission would be refused for
 */
record PlanStepState(PlanStep step, List<InputProblem> problems) {

    /** {@code complete}, {@code missing} for mere gaps, or {@code problem}. */
    public String word() {
        boolean gaps = this.problems.stream().allMatch((problem) -> problem.code().endsWith(".missing"));
        return this.problems.isEmpty() ? "complete" : gaps ? "missing" : "problem";
    }

    public String id() {
        return this.step.id();
    }

}
