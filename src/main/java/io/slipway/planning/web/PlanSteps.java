package io.slipway.planning.web;

import java.util.Arrays;
import java.util.List;

import io.slipway.input.InputProblem;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.PlanManagement;
import io.slipway.planning.editor.DeploymentPart;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanStep;
import io.slipway.release.ReleaseDetails;

import org.springframework.stereotype.Component;

/**
 * The steps of a plan that is being written: how each stands, and which is next.
 */
@Component
class PlanSteps {

    /** After the steps: the plan as a whole, and its submission. */
    static final String CHECK = "check";

    private final PlanManagement plans;

    private final CurrentPlans current;

    PlanSteps(PlanManagement plans, CurrentPlans current) {
        this.plans = plans;
        this.current = current;
    }

    List<PlanStepState> of(ReleaseDetails release) {
        List<InputProblem> problems = this.plans.problems(release);
        return Arrays.stream(PlanStep.values())
            .map((step) -> new PlanStepState(step,
                    problems.stream()
                        .filter((problem) -> PlanParts.step(problem.field()).filter(step::equals).isPresent())
                        .toList()))
            .toList();
    }

    /**
     * The step to show.
     * @param asked what was asked for
     * @return that, or the first that is not complete, or the last look at all of them
     */
    String part(ReleaseDetails release, String asked) {
        if (CHECK.equals(asked) || PlanStep.of(asked).isPresent()) {
            return asked;
        }
        if (DeploymentPart.is(asked)) {
            return DeploymentPart.exists(asked, this.current.of(release).plan()) ? asked : DeploymentPart.ALL;
        }
        return of(release).stream()
            .filter((state) -> !state.problems().isEmpty())
            .map(PlanStepState::id)
            .findFirst()
            .orElse(CHECK);
    }

}
