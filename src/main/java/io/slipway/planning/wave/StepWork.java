package io.slipway.planning.wave;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a step, and what has to be there afterwards.
 *
 * @param text instruction, question or message, by the step's kind
 * @param runbook address or key of the runbook; empty for none
 * @param evidence what is wanted as evidence, in words; empty for nothing
 * @param pipeline which tool does it, for that kind only
 * @param check what is measured, for that kind only
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
public record StepWork(String text, String runbook, String evidence, @Nullable PipelineCall pipeline,
        @Nullable CheckRule check) {

    /** Nothing more than the step's name says. */
    public static final StepWork NONE = new StepWork("", "", "", null, null);

    public StepWork {
        text = Needed.text(text);
        runbook = Needed.text(runbook);
        evidence = Needed.text(evidence);
    }

}
