package io.slipway.workflow.step;

import org.jspecify.annotations.Nullable;

/**
 * What the process model tells a person about a step.
 *
 * @param documentation what is asked, in one sentence
 * @param yes what happens on yes, if the model says so
 * @param no what happens on no, if there is a no
 */
public record WorkItemGuide(String documentation, @Nullable String yes, @Nullable String no) {
}
