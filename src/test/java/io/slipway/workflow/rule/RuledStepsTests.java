package io.slipway.workflow.rule;

import java.util.Arrays;
import java.util.List;

import io.slipway.test.SlipwayTest;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rule passes a step by facts that a person would see, and never by none.
 */
@SlipwayTest
class RuledStepsTests {

    @Autowired
    List<RuledStep> ruled;

    @Autowired
    List<Step<?>> steps;

    @Test
    void passNothingWithoutAFactThatDecides() {
        assertThat(RuledSteps.green(List.of())).isFalse();
        assertThat(RuledSteps.green(List.of(fact(Weight.GOOD), fact(Weight.NOTE)))).isTrue();
        for (Weight weight : List.of(Weight.BAD, Weight.WARN, Weight.UNKNOWN)) {
            assertThat(RuledSteps.green(List.of(fact(Weight.GOOD), fact(weight)))).as(weight.name()).isFalse();
        }
    }

    @Test
    void nameTheFactsThatDecide() {
        assertThat(this.ruled).isNotEmpty().allSatisfy((one) -> {
            Step<?> step = this.steps.stream()
                .filter((candidate) -> isFor(candidate, one.key()))
                .findFirst()
                .orElseThrow();
            assertThat(ReflectionUtils.findMethod(step.getClass(), "deciding", WorkItem.class).getDeclaringClass())
                .as(one.key())
                .isNotEqualTo(Step.class);
        });
    }

    private static boolean isFor(Step<?> step, String key) {
        StepKey names = step.getClass().getAnnotation(StepKey.class);
        return names != null && Arrays.asList(names.value()).contains(key);
    }

    private static DecidingFact fact(Weight weight) {
        return new DecidingFact(weight, "Tests", "They ran.", null);
    }

}
